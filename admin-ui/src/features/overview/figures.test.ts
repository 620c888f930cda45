// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { aRecordedDetection } from '@/testing/builders';
import { byHour, lastDay, perSecond, top } from './figures';

const noon = Date.parse('2026-11-22T12:00:00Z');
const at = (iso: string) => aRecordedDetection({ recordedAt: iso });

describe('Events a second', () => {
  it('are those between each two looks', () => {
    const rates = [
      { at: 0, events: 100 },
      { at: 3_000, events: 700 },
      { at: 6_000, events: 700 },
    ];
    expect(perSecond(rates)).toEqual([
      [3_000, 200],
      [6_000, 0],
    ]);
  });

  it('are none where the detector counts anew, or two looks were the same', () => {
    expect(
      perSecond([
        { at: 0, events: 100 },
        { at: 3_000, events: 10 },
        { at: 3_000, events: 20 },
      ]),
    ).toEqual([
      [3_000, 0],
      [3_000, 0],
    ]);
  });
});

describe('Detections by hour', () => {
  it('count in the hour in which they were recorded, of 24', () => {
    const [portScans, ipScans] = byHour(
      [at('2026-11-22T11:59:59Z'), at('2026-11-22T12:00:00Z'), at('2026-11-22T12:59:00Z')],
      noon + 3_599_000,
    );
    expect(portScans?.points).toHaveLength(24);
    expect(portScans?.points.slice(-2)).toEqual([
      [noon - 3_600_000, 1],
      [noon, 2],
    ]);
    expect(ipScans?.points.every(([, count]) => count === 0)).toBe(true);
  });

  it('leave out what is older than a day', () => {
    const old = at('2026-11-21T11:59:59Z');
    const young = at('2026-11-21T12:00:01Z');
    expect(lastDay([old, young], noon)).toEqual([young]);
  });
});

it('What most sources have in common counts each source once', () => {
  const detections = [
    aRecordedDetection({}, { source: '203.0.113.1', country: 'Germany' }),
    aRecordedDetection({}, { source: '203.0.113.1', country: 'Germany' }),
    aRecordedDetection({}, { source: '203.0.113.2', country: 'Austria' }),
    aRecordedDetection({}, { source: '203.0.113.3', country: 'Austria' }),
    aRecordedDetection({}, { source: '203.0.113.4', country: undefined }),
  ];
  expect(top(detections, ({ country }) => [country])).toEqual([
    { name: 'Austria', sources: 2 },
    { name: 'Germany', sources: 1 },
  ]);
});
