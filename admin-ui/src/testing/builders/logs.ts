// SPDX-License-Identifier: Apache-2.0
import type {
  Archive,
  BridgeStatus,
  DevicesView,
  DeviceState,
  LogRecord,
  RecordHistogram,
} from '@/lib/types';

export function aLogRecord(changed: Partial<LogRecord> = {}): LogRecord {
  return {
    id: 'r1',
    seen: '2026-11-22T10:00:00Z',
    filedUnderArrival: false,
    copy: false,
    eventTime: '2026-11-22T10:00:00Z',
    arrival: '2026-11-22T10:00:01Z',
    device: 'PA-EDGE-1',
    logFile: '/var/log/Firewall/PA-EDGE-1.log',
    type: 'THREAT',
    subtype: 'vulnerability',
    severity: 'critical',
    action: 'reset-both',
    denied: true,
    source: { address: '203.0.113.7', port: 40_001, country: 'Germany' },
    destination: { address: '198.51.100.20', port: 443, country: 'Austria' },
    rule: 'inbound-default',
    threat: 'Log4j Remote Code Execution',
    threatId: '91991',
    line: { file: { device: 1, inode: 2, generation: 0 }, offset: 88_123, length: 300 },
    ...changed,
  };
}

export function histogram(...records: number[]): RecordHistogram {
  const from = Date.UTC(2026, 10, 22, 10);
  const at = (index: number) => new Date(from + index * 60_000).toISOString();
  return {
    from: at(0),
    until: at(60),
    stepSeconds: 60,
    bars: records.map((count, index) => ({ from: at(index), records: count })),
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

export const deviceSettings = {
  newDevices: 'accept' as const,
  mostDevices: 2_000,
  silenceMinutes: 10,
  clockSkewSeconds: 120,
};

export function devices(...all: DeviceState[]): DevicesView {
  return { at: new Date().toISOString(), settings: deviceSettings, devices: all };
}

export function anArchive(changed: Partial<Archive> = {}): Archive {
  return {
    bytes: 12_000_000_000,
    bytesPerDay: 4_000_000_000,
    expectedBytes: 360_000_000_000,
    retentionDays: 90,
    freeBytes: 900_000_000_000,
    days: { '2026-11-20': 4_000_000_000, '2026-11-21': 4_000_000_000, '2026-11-22': 4_000_000_000 },
    ...changed,
  };
}
