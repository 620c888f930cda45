// SPDX-License-Identifier: Apache-2.0
import { count } from '@/lib/format';
import { ruleLabel } from '@/lib/rules';
import type { FeedView, PollerView, Selection } from '@/lib/types';

export const formats = [
  { value: 'plain', label: 'Plain: an address or prefix a line' },
  { value: 'plain-with-comments', label: 'Plain, with a comment behind each' },
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
];

export const families = [
  { value: 'ipv4', label: 'IPv4' },
  { value: 'ipv6', label: 'IPv6' },
] as const;

/** "Port Scan Attack v1, IPv4, seen within 30 days" */
export function selectionWords({ reasons, origins, devices, family, seenWithinDays }: Selection): string {
  const parts = [
    anyOf(reasons.map(ruleLabel)),
    anyOf(origins.map((origin) => (origin === 'detected' ? 'Detected' : origin))),
    anyOf(devices.map((device) => `device ${device}`)),
    families.find(({ value }) => value === family)?.label,
    seenWithinDays === undefined ? undefined : `seen within ${count(seenWithinDays)} days`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Everything that is listed' : parts.join(', ');
}

function anyOf(words: string[]): string | undefined {
  return words.length === 0 ? undefined : words.join(' or ');
}

export function accessWords({ access }: FeedView): string {
  switch (access.kind) {
    case 'networks':
      return `From ${(access.networks ?? []).join(', ')}`;
    case 'basic':
      return `User ${access.user} with a password`;
    default:
      return 'Whoever reaches it';
  }
}

export const conditions: Record<PollerView['condition'], { label: string; color: string }> = {
  fine: { label: 'Fine', color: 'teal' },
  stopped: { label: 'Stopped', color: 'red' },
  refused: { label: 'Refused', color: 'red' },
};

/** What an HTTP status meant for the poller. */
export function answerWords(status: number): string {
  switch (status) {
    case 200:
      return 'the list (200)';
    case 304:
      return 'nothing new (304)';
    case 401:
      return 'user or password wrong (401)';
    case 403:
      return 'not from there (403)';
    case 404:
      return 'no such list (404)';
    case 503:
      return 'later (503)';
    default:
      return `status ${status}`;
  }
}
