// SPDX-License-Identifier: Apache-2.0
import type { Series } from '@/components/charts/chart';
import { rules } from '@/lib/rules';
import type { RecordedDetection, Status } from '@/lib/types';

const hour = 3_600_000;
export const day = 24 * hour;

export interface Rate {
  at: number;
  /** Events judged so far. */
  events: number;
}

/** How many events the detector has judged by then; absent: it has told nothing. */
export function rateOf({ at, detector }: Status): Rate | undefined {
  return detector.length === 0
    ? undefined
    : { at: Date.parse(at), events: detector.reduce((sum, { events }) => sum + events, 0) };
}

/** Events a second between each two looks. A partition that was told anew counts from none: no rate is below 0. */
export function perSecond(rates: readonly Rate[]): [at: number, perSecond: number][] {
  return rates.slice(1).map(({ at, events }, index) => {
    const before = rates[index] ?? { at, events };
    const seconds = (at - before.at) / 1000;
    return [at, seconds > 0 ? Math.max(0, Math.round((events - before.events) / seconds)) : 0];
  });
}

/** Detections of the last 24 hours by rule and hour, the latest hour last. */
export function byHour(detections: readonly RecordedDetection[], now: number): Series[] {
  const last = Math.floor(now / hour) * hour;
  const hours = Array.from({ length: 24 }, (_, index) => last - (23 - index) * hour);
  return rules.map(({ id, label, color }) => {
    const counts = new Map(hours.map((at) => [at, 0]));
    for (const { detection, recordedAt } of detections) {
      const at = Math.floor(Date.parse(recordedAt) / hour) * hour;
      if (detection.rule === id && counts.has(at)) {
        counts.set(at, (counts.get(at) ?? 0) + 1);
      }
    }
    return { name: label, color, points: [...counts] };
  });
}

export function lastDay(detections: readonly RecordedDetection[], now: number): RecordedDetection[] {
  return detections.filter(({ recordedAt }) => Date.parse(recordedAt) > now - day);
}

export interface Top {
  name: string;
  /** How many different sources. */
  sources: number;
}

/** What most sources have in common: each counts once. */
export function top(
  detections: readonly RecordedDetection[],
  of: (detection: RecordedDetection['detection']) => (string | undefined)[],
  most = 6,
): Top[] {
  const sources = new Map<string, Set<string>>();
  for (const { detection } of detections) {
    for (const name of of(detection)) {
      if (name !== undefined) {
        sources.set(name, (sources.get(name) ?? new Set()).add(detection.source));
      }
    }
  }
  return [...sources]
    .map(([name, who]) => ({ name, sources: who.size }))
    .toSorted((one, other) => other.sources - one.sources || one.name.localeCompare(other.name))
    .slice(0, most);
}
