// SPDX-License-Identifier: Apache-2.0
import type { BacktestRun, DefenseSettings, Difference } from '@/lib/types';

/** What decides who is found. Block window, retention, devices and guards don't. */
const parts = ['portScan', 'ipScan', 'vulnerability', 'ipv6SourcePrefix'] as const;

export type RuleField = 'portScan' | 'ipScan' | 'vulnerability';
export type Tried = Pick<DefenseSettings, (typeof parts)[number]>;

/** The wanted ones, or those of one rule among the ones in force. */
export function triedOf(
  inForce: DefenseSettings,
  wanted: DefenseSettings,
  rule: RuleField | undefined,
): Tried {
  const { portScan, ipScan, vulnerability, ipv6SourcePrefix } = rule === undefined ? wanted : inForce;
  const all = { portScan, ipScan, vulnerability, ipv6SourcePrefix };
  return rule === undefined ? all : { ...all, [rule]: wanted[rule] };
}

/** What is sent: the parts that are not the same. */
export function differing(inForce: Tried, wanted: Tried): Partial<Tried> {
  return Object.fromEntries(
    parts
      .filter((part) => JSON.stringify(inForce[part]) !== JSON.stringify(wanted[part]))
      .map((part) => [part, wanted[part]]),
  );
}

/** In what they differ, field by field. */
export function differences(before: Tried, after: Tried): Difference[] {
  const was = new Map(parts.flatMap((part) => leaves(part, before[part])));
  return parts
    .flatMap((part) => leaves(part, after[part]))
    .filter(([field, value]) => was.get(field) !== value)
    .map(([field, value]) => ({ field, before: was.get(field), after: value }));
}

function leaves(path: string, value: unknown): [field: string, value: string][] {
  if (Array.isArray(value)) {
    return [[path, value.join(', ')]];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, deeper]) => leaves(`${path}.${name}`, deeper))
    : [[path, String(value)]];
}

/** "portScan.threshold 10 → 15" */
export function differenceWords(inForce: Tried, run: BacktestRun): string {
  const all = differences(inForce, run.underTest);
  return all.length === 0
    ? 'As the settings in force'
    : all.map(({ field, before, after }) => `${field} ${before ?? ''} → ${after ?? ''}`).join(', ');
}
