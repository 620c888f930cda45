// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { aLogFile, status } from '@/testing/builders';
import { components, type Component } from './components';
import type { Status } from './types';

const now = Date.parse('2026-11-22T12:00:00Z');

function ago(seconds: number): string {
  return new Date(now - seconds * 1000).toISOString();
}

function part(name: string, changed: Partial<Status>): Component | undefined {
  return components(status(changed), now).find((component) => component.name === name);
}

describe('The ingest bridge', () => {
  it.each([
    [60, 'up'],
    [61, 'down'],
  ])('that reported %i seconds ago is %s', (seconds, health) => {
    expect(part('Ingest bridge', { bridges: [aLogFile({ at: ago(seconds) })] })?.health).toBe(health);
  });

  it('is as alive as the newest of its reports', () => {
    const bridges = [aLogFile({ at: ago(500) }), aLogFile({ at: ago(1), lagBytes: 2_500_000 })];
    expect(part('Ingest bridge', { bridges })).toEqual({
      name: 'Ingest bridge',
      health: 'up',
      detail: '2 files, 2.5 MB behind',
    });
  });
});

describe('The blacklist service', () => {
  it('is down when it has stopped to read a topic, and says why', () => {
    const consumers = [{ topic: 'detections', running: false, poisoned: 0, lastError: 'no such topic' }];
    expect(part('Blacklist service', { consumers })).toMatchObject({
      health: 'down',
      detail: 'It does not read detections: no such topic',
    });
  });
});
