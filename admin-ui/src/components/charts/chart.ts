// SPDX-License-Identifier: Apache-2.0

export interface Series {
  name: string;
  /** A colour of the theme, such as "orange". */
  color: string;
  /** Time in milliseconds, value. */
  points: readonly (readonly [at: number, value: number])[];
}

export interface ChartProps {
  /** What it shows. */
  label: string;
  kind: 'bars' | 'line' | 'steps';
  series: readonly Series[];
  height?: number;
  /** Its figures, for who does not see the drawing. */
  words: readonly (readonly [name: string, value: string])[];
  /** A level to mark, and what it is called. */
  level?: { at: number; name: string };
  /** What is said of a point on hover. */
  tip?: (series: string, at: number, value: number) => string;
  /** From when until when; without, what the points span. */
  span?: readonly [from: number, until: number];
  /** How a value is written at the axis and on hover; without, as a count. */
  amount?: (value: number) => string;
  /** Its times are whole days of UTC, whatever zone is chosen. */
  days?: boolean;
  /** A stretch of time was chosen by dragging over it. */
  onChoose?: (from: number, until: number) => void;
}
