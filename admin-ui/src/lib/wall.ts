// SPDX-License-Identifier: Apache-2.0
// Between moments and what the clocks of a zone show then, both in milliseconds.

const day = 86_400_000;
const quarter = 900_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const mostOffsets = 20_000;

/** What the clocks of the zone are ahead of UTC. They are changed at whole quarters of an hour only. */
export function offsetAt(at: number, zone: string): number {
  const start = Math.floor(at / quarter) * quarter;
  const name = `${zone} ${start}`;
  const known = offsets.get(name);
  if (known !== undefined) {
    return known;
  }
  if (offsets.size >= mostOffsets) {
    offsets.clear();
  }
  const offset = shown(start, zone) - start;
  offsets.set(name, offset);
  return offset;
}

function shown(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) {
    return known;
  }
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

export function toWall(at: number, zone: string): number {
  return at + offsetAt(at, zone);
}

/** Of a time that occurs twice the first; one that is left out counts as if the clocks had not been changed yet. */
export function fromWall(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - day, zone);
  const after = wall - offsetAt(wall + day, zone);
  return toWall(before, zone) !== wall && toWall(after, zone) === wall ? after : before;
}

/** The last midnight in the zone. */
export function midnight(now: number, zone: string): number {
  return fromWall(Math.floor(toWall(now, zone) / day) * day, zone);
}

/** "UTC+5:45" */
export function offsetWords(at: number, zone: string): string {
  const minutes = Math.round(offsetAt(at, zone) / 60_000);
  if (minutes === 0) {
    return 'UTC';
  }
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
