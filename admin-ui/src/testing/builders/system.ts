// SPDX-License-Identifier: Apache-2.0
import type { Confirmation, DefenseSettings, DetectorStatus, Status } from '@/lib/types';
import { aLogFile, deviceSettings } from './logs';

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

export function confirmation(changed: Partial<Confirmation> = {}): Confirmation {
  return {
    on: true,
    resetEpoch: 0,
    settingsVersion: 3,
    confirmed: true,
    partitions: 4,
    agreeing: 4,
    ...changed,
  };
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
