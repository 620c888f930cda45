// SPDX-License-Identifier: Apache-2.0
// The service's JSON, as its records are written.

export type RuleId = 'port-scan' | 'ip-scan' | 'vulnerability';
export type Origin = 'detected' | 'User Added';
export type RuleMode = 'enforce' | 'observe' | 'off';
export type CountedActions = 'all' | 'denied';

export interface Evidence {
  at: string;
  device: string;
  destination: string;
  port: number;
  action: string;
  policy: string;
  threat?: string;
  severity?: string;
}

export interface BlacklistEntry {
  address: string;
  reasons: string[];
  origin: Origin;
  comment?: string;
  firstSeen: string;
  lastSeen: string;
  listedAt: string;
  expiresAt?: string;
  releasedAt?: string;
  epoch: number;
  hits: number;
  evidence: Evidence[];
}

export type EventKind = 'added' | 'renewed' | 'changed' | 'released';

export interface BlacklistEvent {
  kind: EventKind;
  address: string;
  at: string;
  by: string;
  why?: string;
  reasons: string[];
  expiresAt?: string;
}

/** An entry and how it came, the latest first. */
export interface EntryStory {
  entry: BlacklistEntry;
  history: BlacklistEvent[];
}

/** Entries in address order, without their evidence. */
export interface BlacklistPage {
  entries: BlacklistEntry[];
  /** What to pass as "after" for the next page; absent at the end. */
  next?: string;
}

export interface NewEntry {
  address: string;
  comment?: string;
  expiresAt?: string;
}

export interface DistinctCountSettings {
  mode: RuleMode;
  threshold: number;
  windowMinutes: number;
  countedActions: CountedActions;
}

export interface VulnerabilitySettings {
  mode: RuleMode;
  level: number;
  subtypes: string[];
  countedActions: CountedActions;
}

export interface Network {
  cidr: string;
  comment?: string;
  expiresAt?: string;
}

export interface DefenseSettings {
  version: number;
  on: boolean;
  resetEpoch: number;
  portScan: DistinctCountSettings;
  ipScan: DistinctCountSettings;
  vulnerability: VulnerabilitySettings;
  ipv6SourcePrefix: number;
  ownNetworks: Network[];
  allowlist: Network[];
  blockWindowDays: number;
  logRetentionDays: number;
}

export interface SystemState {
  on: boolean;
}

export interface BridgeStatus {
  instance: string;
  file: string;
  device: string;
  offset: number;
  lagBytes: number;
  lines: number;
  deadLetters: Record<string, number>;
  lastLineAt?: string;
  at: string;
}

export interface DetectorStatus {
  partition: number;
  progress?: string;
  events: number;
  late: number;
  ignored: Record<string, number>;
  detections: Record<string, number>;
  trackedSources: number;
  settingsVersion: number;
  on: boolean;
  at: string;
}

export interface Component {
  name: string;
  /** Whether it does its work. */
  up: boolean;
  /** What hinders it, or how far it is. */
  detail?: string;
}

/** The list as firewalls get it. */
export interface ServedList {
  version: string;
  entries: number;
  bytes: number;
  changedAt: string;
  /** When it was last known to be what the database holds. */
  confirmedAt?: string;
}

export interface Status {
  at: string;
  components: Component[];
  /** Absent while the database is away, as the counts are. */
  on?: boolean;
  listed?: number;
  /** An entry with two reasons counts for both. */
  listedByReason?: Record<string, number>;
  list?: ServedList;
  /** Every event up to this event time has been judged. */
  detectorProgress?: string;
  /** Events that wait for the detector; absent while Kafka doesn't tell. */
  eventLag?: number;
  detector: DetectorStatus[];
  bridge: BridgeStatus[];
}
