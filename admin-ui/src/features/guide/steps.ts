// SPDX-License-Identifier: Apache-2.0
import { total } from '@/lib/format';
import type { DefenseSettings, PollerView, SignedIn, Status } from '@/lib/types';

export type StepId = 'password' | 'firewall' | 'line' | 'networks' | 'list';

export interface Step {
  id: StepId;
  title: string;
  done: boolean;
}

/** What is known of the system; none of it is kept for this guide. */
export interface Known {
  session: SignedIn;
  status: Status;
  settings: DefenseSettings;
  pollers: PollerView[];
}

/** What a new installation needs, and whether it has it. */
export function stepsOf({ session, status, settings, pollers }: Known): Step[] {
  return [
    { id: 'password', title: 'Choose your own password', done: !session.mustChangePassword },
    { id: 'firewall', title: 'Point a firewall here', done: status.bridge.length > 0 },
    { id: 'line', title: 'See the first line arrive', done: readLines(status) > 0 },
    { id: 'networks', title: 'Set your own networks', done: settings.ownNetworks.length > 0 },
    {
      id: 'list',
      title: 'Give the list to the firewall',
      done: pollers.some(({ lastGoodAt }) => lastGoodAt !== undefined),
    },
  ];
}

/** Those that were understood. */
export function readLines({ bridge }: Status): number {
  return bridge.reduce((sum, { lines }) => sum + lines, 0);
}

export function refusedLines({ bridge }: Status): number {
  return bridge.reduce((sum, { deadLetters }) => sum + total(deadLetters), 0);
}

/** Where rsyslog writes, as the files that were seen tell; before, where it usually does. */
export function logFolder({ bridge }: Status): string {
  return bridge[0]?.file.replace(/\/[^/]*$/, '') ?? '/var/log/Firewall';
}
