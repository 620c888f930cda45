// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { aBacktestSource } from '@/testing/builders';
import { byWeight, overTime, timeOf, wasAllowed } from './outcome';

const added = (source: string, at: string, allowedSessions = 0) =>
  aBacktestSource({
    source,
    change: 'ADDED',
    was: undefined,
    would: { at, rules: ['ip-scan'] },
    allowedSessions,
  });

describe('What a backtest found', () => {
  it('puts first who would be blocked and was let in most often, then goes by time', () => {
    const late = aBacktestSource({ source: 'late' });
    const sources = [
      late,
      added('early', '2026-11-16T00:00:00Z'),
      added('let in', '2026-11-21T00:00:00Z', 3),
      added('let in more', '2026-11-21T12:00:00Z', 40),
      aBacktestSource({
        source: 'freed',
        was: { at: '2026-11-15T00:00:00Z', rules: [] },
        allowedSessions: 900,
      }),
    ];
    expect(byWeight(sources).map(({ source }) => source)).toEqual([
      'let in more',
      'let in',
      'freed',
      'early',
      'late',
    ]);
    expect(sources.filter(wasAllowed)).toHaveLength(2);
  });

  it('matters from the earlier of two listings on', () => {
    const changed = aBacktestSource({
      change: 'CHANGED',
      was: { at: '2026-11-20T10:00:00Z', rules: ['port-scan'] },
      would: { at: '2026-11-20T09:00:00Z', rules: ['port-scan'] },
    });
    expect(timeOf(changed)).toBe(Date.parse('2026-11-20T09:00:00Z'));
  });

  it('is drawn in at most 72 bars, each beginning a step after the stretch does', () => {
    const from = Date.parse('2026-11-15T10:00:00Z');
    const to = Date.parse('2026-11-22T10:00:00Z');
    const [adds, drops] = overTime(
      [
        added('a', '2026-11-15T10:00:00Z'),
        added('b', '2026-11-15T12:59:59Z'),
        added('c', '2026-11-15T13:00:00Z'),
        aBacktestSource(),
      ],
      from,
      to,
    );
    const step = 3 * 3_600_000;
    expect(adds?.points).toEqual([
      [from, 2],
      [from + step, 1],
    ]);
    expect(drops?.points).toHaveLength(1);
    expect((to - from) / step).toBeLessThanOrEqual(72);
  });

  it('of years is drawn in weeks', () => {
    const from = Date.parse('2025-11-01T00:00:00Z');
    const [adds] = overTime(
      [added('a', '2025-11-07T23:00:00Z'), added('b', '2025-11-08T00:00:00Z')],
      from,
      from + 400 * 86_400_000,
    );
    expect(adds?.points).toEqual([
      [from, 1],
      [from + 7 * 86_400_000, 1],
    ]);
  });
});
