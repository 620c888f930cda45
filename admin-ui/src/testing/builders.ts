// SPDX-License-Identifier: Apache-2.0
import type {
  BlacklistEntry,
  BridgeStatus,
  DefenseSettings,
  DetectorStatus,
  DevicesView,
  DeviceState,
  EntryStory,
  Status,
} from '@/lib/types';

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

const deviceSettings = {
  newDevices: 'accept' as const,
  mostDevices: 2_000,
  silenceMinutes: 10,
  clockSkewSeconds: 120,
};

const guards = {
  burstEntries: 500,
  burstMinutes: 10,
  burstHolds: false,
  shrinkPercent: 50,
  shrinkEntries: 100,
  widestIpv4Prefix: 16,
  widestIpv6Prefix: 32,
};

export function settings(changed: Partial<DefenseSettings> = {}): DefenseSettings {
  return {
    version: 3,
    on: true,
    resetEpoch: 0,
    portScan: { mode: 'enforce', threshold: 10, windowMinutes: 10, countedActions: 'all' },
    ipScan: { mode: 'enforce', threshold: 10, windowMinutes: 10, countedActions: 'all' },
    vulnerability: { mode: 'enforce', level: 1, subtypes: ['vulnerability'], countedActions: 'all' },
    holdAnswers: true,
    ipv6SourcePrefix: 64,
    ownNetworks: [{ cidr: '198.51.100.0/24', comment: 'the office' }],
    allowlist: [],
    blockWindowDays: 30,
    logRetentionDays: 90,
    devices: deviceSettings,
    guards,
    ...changed,
  };
}

export function aLogFile(changed: Partial<BridgeStatus> = {}): BridgeStatus {
  return {
    instance: 'bridge-1',
    file: '/var/log/Firewall/PA-EDGE-1.log',
    device: 'PA-EDGE-1',
    standing: 'read',
    offset: 4_000_000,
    lagBytes: 0,
    lagSeconds: 0,
    lines: 12_345,
    deadLetters: {},
    refused: [],
    lastLineAt: new Date().toISOString(),
    grewAt: new Date().toISOString(),
    clockSkewSeconds: 1,
    at: new Date().toISOString(),
    ...changed,
  };
}

export function aDevice(changed: Partial<DeviceState> = {}): DeviceState {
  return { name: 'PA-EDGE-1', standing: 'read', conditions: [], files: [aLogFile()], ...changed };
}

export function devices(...all: DeviceState[]): DevicesView {
  return { at: new Date().toISOString(), settings: deviceSettings, devices: all };
}

function aPartition(): DetectorStatus {
  return {
    partition: 0,
    progress: new Date().toISOString(),
    events: 12_340,
    late: 0,
    ignored: {},
    detections: { 'port-scan': 4 },
    trackedSources: 310,
    stateBytes: 62_000,
    overflows: 0,
    settingsVersion: 3,
    resetEpoch: 0,
    on: true,
    restoreMillis: 40,
    at: new Date().toISOString(),
  };
}

export function status(changed: Partial<Status> = {}): Status {
  return {
    at: new Date().toISOString(),
    components: [
      { name: 'database', up: true },
      { name: 'ingest bridge', up: true, detail: '1 files, 0 bytes wait' },
    ],
    listed: 42,
    list: {
      version: '"a1"',
      entries: 42,
      bytes: 600,
      changedAt: new Date().toISOString(),
      confirmedAt: new Date().toISOString(),
    },
    listedByReason: { 'port-scan': 30, 'ip-scan': 9, vulnerability: 5 },
    on: true,
    detector: [aPartition()],
    detectorProgress: new Date().toISOString(),
    eventLag: 0,
    bridge: [aLogFile()],
    ...changed,
  };
}
