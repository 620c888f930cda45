// SPDX-License-Identifier: Apache-2.0
import type { Alarm, BlacklistEntry, EntryStory, HeldDetection, RecordedDetection } from '@/lib/types';

export function anEntry(changed: Partial<BlacklistEntry> = {}): BlacklistEntry {
  return {
    address: '203.0.113.7',
    reasons: ['port-scan'],
    origin: 'detected',
    firstSeen: '2026-11-22T10:00:00Z',
    lastSeen: '2026-11-22T10:04:10Z',
    listedAt: '2026-11-22T10:04:10.250Z',
    expiresAt: '2026-12-22T10:04:10Z',
    epoch: 0,
    hits: 1234,
    evidence: [],
    listed: true,
    ...changed,
  };
}

export function aStory(changed: Partial<BlacklistEntry> = {}): EntryStory {
  const entry = anEntry({
    evidence: Array.from({ length: 11 }, (_, step) => ({
      at: new Date(Date.UTC(2026, 10, 22, 10, 0, 25 * step)).toISOString(),
      device: 'PA-EDGE-1',
      destination: '198.51.100.20',
      port: 20 + step,
      action: 'deny',
      policy: 'block-inbound',
    })),
    ...changed,
  });
  const added = {
    kind: 'added' as const,
    address: entry.address,
    at: entry.listedAt,
    by: 'system',
    why: 'More than 10 ports of one destination within 10 minutes',
    reasons: entry.reasons,
  };
  return { entry, history: [added], detections: [] };
}

export function anAlarm(changed: Partial<Alarm> = {}): Alarm {
  return {
    id: 5,
    source: 'devices',
    kind: 'device-silent',
    subject: 'PA-EDGE-1',
    detail: 'no line for 12 min',
    whatToDo: 'See whether the firewall still logs.',
    raisedAt: '2026-11-22T10:00:00Z',
    ...changed,
  };
}

export function aRecordedDetection(
  changed: Partial<RecordedDetection> = {},
  detection: Partial<RecordedDetection['detection']> = {},
): RecordedDetection {
  return {
    detection: { ...aHeldDetection().detection, ...detection },
    result: 'LISTED',
    recordedAt: '2026-11-22T10:04:10Z',
    ...changed,
  };
}

export function aHeldDetection(changed: Partial<HeldDetection> = {}, source = '203.0.113.53'): HeldDetection {
  return {
    id: 9,
    state: 'waiting',
    detection: {
      id: `${source} port-scan 0`,
      source,
      rule: 'port-scan',
      epoch: 0,
      at: '2026-11-22T10:04:10Z',
      lastSeen: '2026-11-22T10:04:10Z',
      evidence: aStory().entry.evidence,
      settingsVersion: 3,
      disposition: 'hold',
      holdReason: 'looks like answers',
    },
    holdReason: 'looks like answers from port 53',
    heldAt: '2026-11-22T10:04:10Z',
    lastSeen: '2026-11-22T10:05:00Z',
    expiresAt: '2026-12-22T10:04:10Z',
    ...changed,
  };
}
