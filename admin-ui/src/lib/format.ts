// SPDX-License-Identifier: Apache-2.0

const counts = new Intl.NumberFormat('en-GB');

export function count(value: number): string {
  return counts.format(value);
}

/** "2026-11-22 13:28:50" in the browser's zone. */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
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
