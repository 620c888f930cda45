// SPDX-License-Identifier: Apache-2.0
import type { HeldState, Verdict } from '@/lib/types';

export const states: Record<HeldState, { label: string; color: string }> = {
  waiting: { label: 'Waiting', color: 'yellow' },
  approved: { label: 'Listed by an operator', color: 'red' },
  dismissed: { label: 'Let be', color: 'gray' },
  allowlisted: { label: 'On the allowlist', color: 'teal' },
  expired: { label: 'Expired unasked', color: 'gray' },
  listed: { label: 'Listed meanwhile', color: 'red' },
  'never-listed': { label: 'Must not be listed', color: 'teal' },
  outdated: { label: 'Released meanwhile', color: 'gray' },
};

interface VerdictWords {
  label: string;
  color: string;
  /** What it brings about. */
  meaning: string;
}

export const verdicts: Record<Verdict, VerdictWords> = {
  approve: {
    label: 'List',
    color: 'red',
    meaning: 'It is listed at once, as if the detector had not held it. It expires as every entry does.',
  },
  dismiss: {
    label: 'Let be',
    color: 'blue',
    meaning: 'It is not listed, and you are not asked about it again until it has been listed and released.',
  },
  allowlist: {
    label: 'Allowlist',
    color: 'teal',
    meaning: 'It is put on the allowlist and never listed from now on, whatever it does.',
  },
};

export const allVerdicts: readonly Verdict[] = ['approve', 'dismiss', 'allowlist'];
