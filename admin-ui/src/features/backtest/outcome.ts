// SPDX-License-Identifier: Apache-2.0
import type { Series } from '@/components/charts/chart';
import type { BacktestSource } from '@/lib/types';

export type Change = BacktestSource['change'];

export const changeWords: Record<Change, { label: string; note: string; one: string; color: string }> = {
  ADDED: { label: 'Would be added', note: 'And were not listed', one: 'Added', color: 'orange' },
  DROPPED: { label: 'Would be dropped', note: 'And were listed', one: 'Dropped', color: 'teal' },
  CHANGED: { label: 'Would differ', note: 'Another time or other rules', one: 'Changed', color: 'blue' },
  SAME: { label: 'The same', note: 'Listed by both', one: 'Same', color: 'gray' },
};

/** When it first matters. */
export function timeOf({ was, would }: BacktestSource): number {
  return Math.min(...[was, would].filter((listing) => listing !== undefined).map(({ at }) => Date.parse(at)));
}

/** Would be blocked, though a firewall has let it in: a customer, a partner, or who got through. */
export function wasAllowed({ change, allowedSessions }: BacktestSource): boolean {
  return change === 'ADDED' && allowedSessions > 0;
}

/** The frightening ones first, those with the most sessions before the others; then by time. */
export function byWeight(sources: readonly BacktestSource[]): BacktestSource[] {
  const weight = (source: BacktestSource) => (wasAllowed(source) ? source.allowedSessions : 0);
  return sources.toSorted((one, other) => weight(other) - weight(one) || timeOf(one) - timeOf(other));
}

const minute = 60_000;
const steps = [1, 5, 15, 60, 180, 360, 1_440, 7 * 1_440].map((minutes) => minutes * minute);
const mostBars = 72;

/** Bars of who would be added and dropped, over the stretch of time. */
export function overTime(sources: readonly BacktestSource[], from: number, to: number): Series[] {
  const step = steps.find((each) => (to - from) / each <= mostBars) ?? to - from;
  return (['ADDED', 'DROPPED'] as const).map((change) => {
    const bars = new Map<number, number>();
    for (const source of sources.filter((each) => each.change === change)) {
      const bar = from + Math.floor((timeOf(source) - from) / step) * step;
      bars.set(bar, (bars.get(bar) ?? 0) + 1);
    }
    const { label, color } = changeWords[change];
    return { name: label, color, points: [...bars].toSorted(([one], [other]) => one - other) };
  });
}
