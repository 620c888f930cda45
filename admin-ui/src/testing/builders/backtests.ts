// SPDX-License-Identifier: Apache-2.0
import type { BacktestRun, BacktestSource } from '@/lib/types';
import { settings } from './system';

export function aBacktest(changed: Partial<BacktestRun> = {}): BacktestRun {
  return {
    id: 12,
    by: 'admin',
    askedAt: '2026-11-22T10:00:00Z',
    from: '2026-11-15T10:00:00Z',
    to: '2026-11-22T10:00:00Z',
    heldAgainst: 3,
    underTest: settings({
      portScan: { mode: 'enforce', threshold: 15, windowMinutes: 10, countedActions: 'all' },
    }),
    state: 'DONE',
    progress: 1,
    records: 48_200,
    toldAt: '2026-11-22T10:00:20Z',
    counts: { ADDED: 1, DROPPED: 2, CHANGED: 0, SAME: 30 },
    allowed: 0,
    ...changed,
  };
}

export function aBacktestSource(changed: Partial<BacktestSource> = {}): BacktestSource {
  return {
    source: '203.0.113.7',
    change: 'DROPPED',
    was: { at: '2026-11-20T10:00:00Z', rules: ['port-scan'] },
    allowedSessions: 0,
    country: 'Germany',
    listedNow: true,
    ...changed,
  };
}
