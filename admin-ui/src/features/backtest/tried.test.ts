// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { settings } from '@/testing/builders';
import { rangeOf } from './stretch';
import { differences, differing, triedOf } from './tried';

const inForce = settings();
const present = triedOf(inForce, inForce, undefined);
const edited = settings({
  portScan: { ...inForce.portScan, threshold: 15 },
  vulnerability: { ...inForce.vulnerability, subtypes: ['vulnerability', 'spyware'] },
  blockWindowDays: 60,
});

describe('What is tried', () => {
  it('is all that the rules count, and nothing of what does not decide who is found', () => {
    const wanted = triedOf(inForce, edited, undefined);
    expect(differing(present, wanted)).toEqual({
      portScan: edited.portScan,
      vulnerability: edited.vulnerability,
    });
    expect(differences(present, wanted)).toEqual([
      { field: 'portScan.threshold', before: '10', after: '15' },
      { field: 'vulnerability.subtypes', before: 'vulnerability', after: 'vulnerability, spyware' },
    ]);
  });

  it('of one case is that case alone', () => {
    expect(differing(present, triedOf(inForce, edited, 'portScan'))).toEqual({ portScan: edited.portScan });
    expect(differing(present, triedOf(inForce, edited, 'ipScan'))).toEqual({});
  });
});

describe('The stretch of time', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  const unsaid = { from: undefined, to: undefined };

  it('ends now, or where it is said to', () => {
    expect(rangeOf({ over: '7', ...unsaid }, now)).toEqual({ from: '2026-11-15T10:00:00.000Z' });
    const own = { from: '2026-11-01T00:00:00Z', to: '2026-11-02T00:00:00Z' };
    expect(rangeOf({ over: 'own', ...own }, now)).toEqual(own);
    expect(rangeOf({ over: 'own', from: own.from, to: undefined }, now)).toEqual({ from: own.from });
  });

  it('is none without a beginning', () => {
    expect(rangeOf({ over: 'own', ...unsaid, to: '2026-11-02T00:00:00Z' }, now)).toBeUndefined();
  });
});
