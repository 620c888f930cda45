// SPDX-License-Identifier: Apache-2.0
import type { AuditEvent } from '@/lib/types';

/** As the service names them. */
export const kinds: readonly { value: string; label: string }[] = [
  { value: 'session', label: 'Sessions and sign-ins' },
  { value: 'user', label: 'Users' },
  { value: 'group', label: 'Groups' },
  { value: 'token', label: 'API tokens' },
  { value: 'settings', label: 'Settings' },
  { value: 'entry', label: 'Blacklist entries' },
  { value: 'device', label: 'Devices' },
  { value: 'feed', label: 'Feeds' },
  { value: 'hold', label: 'Held lists' },
  { value: 'poller', label: 'List consumers' },
  { value: 'review', label: 'Review' },
  { value: 'alarm', label: 'Alarms' },
];

const colors: Record<string, string> = { added: 'teal', changed: 'blue', removed: 'orange', refused: 'red' };

export function actionColor(action: string): string {
  return colors[action] ?? 'gray';
}

/** "signed-in" reads as "signed in". */
export function actionWords(action: string): string {
  return action.replaceAll('-', ' ');
}

const ways: Record<AuditEvent['actor']['via'], string> = {
  session: 'on the page',
  token: 'with a token',
  command: 'with a command',
};

export function way({ via }: AuditEvent['actor']): string {
  return ways[via];
}

export function place({ address }: AuditEvent['actor']): string {
  return address ?? 'the service’s machine';
}
