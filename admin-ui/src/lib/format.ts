// SPDX-License-Identifier: Apache-2.0
import { offsetWords, toWall } from './wall';
import { zone } from './zone';

const counts = new Intl.NumberFormat('en-GB');

export function count(value: number): string {
  return counts.format(value);
}

/** "2026-11-22 13:28:50" in the chosen zone; what is no time stays as it is. */
export function dateTime(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : wallText(at).slice(0, 19);
}

/** To the millisecond, with the zone and in UTC. */
export function exactly(iso: string): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) {
    return iso;
  }
  const name = zone();
  const utc = new Date(at).toISOString();
  return name === 'UTC' ? utc : `${wallText(at)} ${name} (${offsetWords(at, name)}) · ${utc}`;
}

function wallText(at: number): string {
  return new Date(toWall(at, zone())).toISOString().slice(0, 23).replace('T', ' ');
}

const steps: readonly [seconds: number, word: string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** When it is by so many days later. */
export function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

/** The largest whole unit: "3 min". */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  for (const [size, word] of steps) {
    if (seconds >= size) {
      return `${Math.floor(seconds / size)} ${word}`;
    }
  }
  return '0 s';
}

export function relative(iso: string, now: number): string {
  const away = Date.parse(iso) - now;
  if (Math.abs(away) < 1000) {
    return 'now';
  }
  return away < 0 ? `${duration(away)} ago` : `in ${duration(away)}`;
}

const sizes = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

export function bytes(value: number): string {
  let size = value;
  let unit = 0;
  while (size >= 1000 && unit < sizes.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${sizes[unit]}`;
}

/** A name from the service, at the beginning of a line. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function total(byName: Record<string, number>): number {
  return Object.values(byName).reduce((sum, value) => sum + value, 0);
}
