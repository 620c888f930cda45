// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { fromWall, midnight, offsetWords, toWall } from './wall';

const zonesToTry = [
  'UTC',
  'Europe/Vienna',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
];
const hour = 3_600_000;
const at = (iso: string) => Date.parse(iso);

function year(step: number): number[] {
  const from = at('2026-01-01T00:00:00Z');
  return Array.from({ length: Math.floor((365 * 24 * hour) / step) }, (_, index) => from + index * step);
}

describe('What the clocks of a zone show', () => {
  it.each(zonesToTry)('%s agrees with the browser’s own words for a whole year', (zone) => {
    const words = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const wall = (time: number) => new Date(toWall(time, zone)).toISOString().slice(0, 19).replace('T', ' ');
    expect(year(7 * hour + 1_000).filter((time) => wall(time) !== words.format(time))).toEqual([]);
  });

  it.each(zonesToTry)('%s leads back to the moment, or to the first of two that look alike', (zone) => {
    const astray = year(hour / 2).filter((time) => {
      const back = fromWall(toWall(time, zone), zone);
      return toWall(back, zone) !== toWall(time, zone) || back > time || time - back > hour;
    });
    expect(astray).toEqual([]);
  });

  it('a time that is left out in spring is an hour later', () => {
    const leftOut = at('2026-03-29T02:30:00Z');
    expect(new Date(fromWall(leftOut, 'Europe/Vienna')).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('the day begins at its midnight', () => {
    expect(midnight(at('2026-11-22T22:59:59Z'), 'Europe/Vienna')).toBe(at('2026-11-21T23:00:00Z'));
    expect(midnight(at('2026-11-22T23:00:00Z'), 'Europe/Vienna')).toBe(at('2026-11-22T23:00:00Z'));
  });

  it('is told by how much they are ahead', () => {
    expect(offsetWords(at('2026-11-22T10:00:00Z'), 'Asia/Kathmandu')).toBe('UTC+5:45');
    expect(offsetWords(at('2026-11-22T10:00:00Z'), 'America/New_York')).toBe('UTC−5');
    expect(offsetWords(at('2026-07-22T10:00:00Z'), 'Europe/Vienna')).toBe('UTC+2');
    expect(offsetWords(at('2026-07-22T10:00:00Z'), 'UTC')).toBe('UTC');
  });
});
