// SPDX-License-Identifier: Apache-2.0
import type { FeedsView, FeedView, PollerView } from '@/lib/types';

export function aFeed(changed: Partial<FeedView> = {}): FeedView {
  return {
    name: 'branch',
    path: '/files/branch.txt',
    comment: 'the small firewalls',
    selection: { reasons: ['port-scan'], origins: [], devices: [], family: 'ipv4', seenWithinDays: 30 },
    capacity: 1_000,
    merged: true,
    format: 'plain',
    access: { kind: 'basic', user: 'branch-fw' },
    version: 2,
    at: '2026-11-20T10:00:00Z',
    by: 'admin',
    why: 'the branch got a bigger model',
    served: {
      version: '"b2"',
      entries: 1_040,
      bytes: 14_000,
      lines: 1_000,
      leftOut: 25,
      changedAt: '2026-11-22T10:00:00Z',
      confirmedAt: '2026-11-22T10:01:00Z',
    },
    ...changed,
  };
}

export function feeds(changed: Partial<FeedsView> = {}): FeedsView {
  const served = { version: '"a1"', entries: 42, lines: 42, bytes: 600, changedAt: '2026-11-22T10:00:00Z' };
  return { blacklist: { path: '/files/blacklist.txt', served }, feeds: [aFeed()], ...changed };
}

export function aPoller(changed: Partial<PollerView> = {}): PollerView {
  return {
    list: 'branch',
    address: '192.0.2.1',
    user: 'branch-fw',
    condition: 'fine',
    firstAt: '2026-11-01T10:00:00Z',
    lastAt: '2026-11-22T10:00:00Z',
    lastStatus: 304,
    lastGoodAt: '2026-11-22T10:00:00Z',
    version: '"b2"',
    polls: 6_000,
    everySeconds: 300,
    ...changed,
  };
}
