// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { heightOf, rangeSeen, slices } from './chunks';

const rows = Array.from({ length: 100_000 }, (_, index) => index);
const chunks = slices(rows);
const none = new Map<number, number>();

describe('A long table', () => {
  it('has every row once and in order', () => {
    expect(chunks.flat()).toEqual(rows);
    expect(slices(rows)).toBe(chunks);
    expect(slices([1, 2, 3])).toEqual([[1, 2, 3]]);
    expect(slices([])).toEqual([]);
  });

  it('draws at its beginning what is seen, and somewhat more', () => {
    const { from, to } = rangeSeen(chunks, none, -200, 600);
    expect(from).toBe(0);
    expect(heightOf(chunks, none, 0, to)).toBeGreaterThanOrEqual(1_200);
    expect(to).toBeLessThan(20);
  });

  it.each([10_000, 1_234_567, 4_400_000])(
    'draws around %s what is seen, and no more than a few screens',
    (above) => {
      const { from, to } = rangeSeen(chunks, none, above, above + 800);
      expect(heightOf(chunks, none, 0, from)).toBeLessThanOrEqual(above);
      expect(heightOf(chunks, none, 0, to)).toBeGreaterThanOrEqual(above + 800);
      expect(heightOf(chunks, none, from, to)).toBeLessThan(800 + 2 * 600 + 3 * 450);
    },
  );

  it('goes by the heights that rows had', () => {
    const heights = new Map([[0, 4_500]]);
    expect(rangeSeen(chunks, heights, 5_200, 6_000).from).toBe(1);
    expect(rangeSeen(chunks, none, 5_200, 6_000).from).toBe(20);
  });

  it('is never empty behind its end, as when it was narrowed while one was far down', () => {
    const few = slices([1, 2, 3]);
    expect(rangeSeen(few, none, 90_000, 91_000)).toEqual({ from: 1, to: 1 });
    expect(rangeSeen(few, none, 0, 800)).toEqual({ from: 0, to: 1 });
  });
});
