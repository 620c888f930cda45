// SPDX-License-Identifier: Apache-2.0
import type {
  Alarm,
  ApiToken,
  AuditEvent,
  BlacklistEntry,
  BridgeStatus,
  Confirmation,
  DefenseSettings,
  DetectorStatus,
  DevicesView,
  DeviceState,
  EntryStory,
  FeedsView,
  FeedView,
  Group,
  HeldDetection,
  LogRecord,
  MailServer,
  NotificationChoices,
  PollerView,
  Recipient,
  RecordedDetection,
  RecordHistogram,
  SessionView,
  SignedIn,
  Status,
  User,
} from '@/lib/types';

export function signedIn(changed: Partial<SignedIn> = {}): SignedIn {
  return { user: 'admin', role: 'admin', mustChangePassword: false, csrfToken: 'a-csrf-token', ...changed };
}

export function aUser(changed: Partial<User> = {}): User {
  return {
    name: 'alice',
    ownRole: 'viewer',
    groups: [],
    role: 'viewer',
    disabled: false,
    mustChangePassword: false,
    createdAt: '2026-11-01T08:00:00Z',
    signedInAt: '2026-11-22T08:00:00Z',
    ...changed,
  };
}

export function aGroup(changed: Partial<Group> = {}): Group {
  return { name: 'night-shift', role: 'operator', members: ['alice'], ...changed };
}

export function aSession(changed: Partial<SessionView> = {}): SessionView {
  return {
    id: 7,
    user: 'admin',
    createdAt: '2026-11-22T08:00:00Z',
    usedAt: '2026-11-22T09:00:00Z',
    address: '192.0.2.10',
    agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
    own: false,
    ...changed,
  };
}

export function aToken(changed: Partial<ApiToken> = {}): ApiToken {
  return {
    id: 3,
    name: 'siem-export',
    user: 'admin',
    role: 'viewer',
    createdAt: '2026-11-01T08:00:00Z',
    expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    ...changed,
  };
}

export function anAuditEvent(changed: Partial<AuditEvent> = {}): AuditEvent {
  return {
    id: 41,
    at: '2026-11-22T08:00:00Z',
    actor: { who: 'admin', via: 'session', address: '192.0.2.10' },
    action: 'changed',
    kind: 'user',
    subject: 'alice',
    before: { name: 'alice', role: 'viewer' },
    after: { name: 'alice', role: 'operator' },
    ...changed,
  };
}

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

export function aFeed(changed: Partial<FeedView> = {}): FeedView {
  return {
    name: 'branch',
    path: '/files/branch.txt',
    comment: 'the small firewalls',
    selection: { reasons: ['port-scan'], origins: [], devices: [], family: 'ipv4', seenWithinDays: 30 },
    capacity: 1_000,
    merged: true,
    format: 'plain',
    access: { kind: 'basic', user: 'branch-fw' },
    version: 2,
    at: '2026-11-20T10:00:00Z',
    by: 'admin',
    why: 'the branch got a bigger model',
    served: {
      version: '"b2"',
      entries: 1_040,
      bytes: 14_000,
      lines: 1_000,
      leftOut: 25,
      changedAt: '2026-11-22T10:00:00Z',
      confirmedAt: '2026-11-22T10:01:00Z',
    },
    ...changed,
  };
}

export function feeds(changed: Partial<FeedsView> = {}): FeedsView {
  const served = { version: '"a1"', entries: 42, lines: 42, bytes: 600, changedAt: '2026-11-22T10:00:00Z' };
  return { blacklist: { path: '/files/blacklist.txt', served }, feeds: [aFeed()], ...changed };
}

export function aPoller(changed: Partial<PollerView> = {}): PollerView {
  return {
    list: 'branch',
    address: '192.0.2.1',
    user: 'branch-fw',
    condition: 'fine',
    firstAt: '2026-11-01T10:00:00Z',
    lastAt: '2026-11-22T10:00:00Z',
    lastStatus: 304,
    lastGoodAt: '2026-11-22T10:00:00Z',
    version: '"b2"',
    polls: 6_000,
    everySeconds: 300,
    ...changed,
  };
}

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

export function notificationChoices(): NotificationChoices {
  return {
    channels: [
      { name: 'mail', title: 'Mail', address: 'a mail address' },
      { name: 'webhook', title: 'Webhook', address: 'a URL', secret: 'signs each message' },
    ],
    reasons: [{ id: 'port-scan', title: 'Port Scan Attack v1' }],
    alarms: [{ id: 'device-silent', title: 'A device is silent' }],
  };
}

export function aRecipient(changed: Partial<Recipient> = {}): Recipient {
  return {
    id: 4,
    name: 'SOC',
    enabled: true,
    channel: 'mail',
    address: 'soc@example.com',
    hasSecret: false,
    addressAt: '2026-11-20T10:00:00Z',
    reasons: ['port-scan'],
    alarms: ['all'],
    ...changed,
  };
}

export function aMailServer(changed: Partial<MailServer> = {}): MailServer {
  return {
    configured: true,
    host: 'mail.example.com',
    port: 587,
    security: 'starttls',
    user: 'defense',
    hasPassword: true,
    sender: 'defense@example.com',
    ...changed,
  };
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
