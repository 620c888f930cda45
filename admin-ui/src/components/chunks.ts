// SPDX-License-Identifier: Apache-2.0

/** Few enough to be drawn within a frame. */
const chunkSize = 5;

/** How far beyond what is seen rows are drawn already, for who scrolls or goes on by keyboard. */
const ahead = 600;

/** A row that was not drawn yet is taken to be as high as most are. */
const usualHeight = 45;

export type Chunk<Row> = readonly Row[];

/** Of the chunks those from one on, up to another one. */
export interface Range {
  from: number;
  to: number;
}

const known = new WeakMap<readonly unknown[], readonly (readonly unknown[])[]>();

/** The same for the same array, so that what stays is not drawn again. */
export function slices<Row>(rows: readonly Row[]): readonly Chunk<Row>[] {
  const before = known.get(rows);
  if (before !== undefined) {
    return before as readonly Chunk<Row>[];
  }
  const parts = Array.from({ length: Math.ceil(rows.length / chunkSize) }, (_, index) =>
    rows.slice(index * chunkSize, (index + 1) * chunkSize),
  );
  known.set(rows, parts);
  return parts;
}

type Heights = ReadonlyMap<number, number>;

export function heightOf(
  chunks: readonly Chunk<unknown>[],
  heights: Heights,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) {
    sum += heightAt(chunks, heights, index);
  }
  return sum;
}

function heightAt(chunks: readonly Chunk<unknown>[], heights: Heights, index: number): number {
  return heights.get(index) ?? (chunks[index]?.length ?? 0) * usualHeight;
}

/** Those that meet a stretch of the table's height, or nearly so. */
export function rangeSeen(
  chunks: readonly Chunk<unknown>[],
  heights: Heights,
  above: number,
  below: number,
): Range {
  let from = 0;
  let top = 0;
  while (from < chunks.length && top + heightAt(chunks, heights, from) < above - ahead) {
    top += heightAt(chunks, heights, from);
    from += 1;
  }
  let to = from;
  while (to < chunks.length && top <= below + ahead) {
    top += heightAt(chunks, heights, to);
    to += 1;
  }
  return { from, to };
}

export function sameRange(one: Range, other: Range): boolean {
  return one.from === other.from && one.to === other.to;
}
