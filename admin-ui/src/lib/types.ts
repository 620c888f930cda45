// SPDX-License-Identifier: Apache-2.0
import type { components } from './schema';

/** The service leaves absent values out; it never writes null. */
type Present<T> = T extends (infer Element)[]
  ? Present<Element>[]
  : T extends object
    ? { [Key in keyof T]: Present<Exclude<T[Key], null>> }
    : T;

type Schemas = components['schemas'];
type Schema<Name extends keyof Schemas> = Present<Schemas[Name]>;

export type RuleId = 'port-scan' | 'ip-scan' | 'vulnerability';

export type Alarm = Schema<'Alarm'>;
export type AlarmPage = Schema<'AlarmsController.AlarmPage'>;
export type ApiToken = Schema<'ApiToken'>;
export type Archive = Schema<'ArchiveController.ArchiveView'>;
export type AuditEvent = Omit<Schema<'AuditEvent'>, 'before' | 'after'> & {
  /** Any document: its fields are those of what was changed. */
  before?: unknown;
  after?: unknown;
};
export type AuditPage = Omit<Schema<'AuditController.AuditPage'>, 'events'> & { events: AuditEvent[] };
export type BacktestRun = Schema<'BacktestRun'>;
export type BacktestSource = Schema<'BacktestsController.BacktestSource'>;
export type BacktestSources = Schema<'BacktestsController.BacktestSources'>;
export type BlacklistEntry = Schema<'BlacklistEntry'>;
export type BlacklistEvent = Schema<'BlacklistEvent'>;
export type BlacklistPage = Schema<'EntryPage'>;
export type BridgeStatus = Schema<'BridgeStatus'>;
export type Condition = Schema<'Condition'>;
export type Check = Schema<'CheckController.Check'>;
export type Component = Schema<'StatusView.Component'>;
export type Confirmation = Schema<'Confirmation'>;
export type CountedActions = Schema<'CountedActions'>;
export type Decided = Schema<'Decided'>;
export type DefenseSettings = Schema<'DefenseSettings'>;
export type Delivery = Schema<'Deliveries.Queued'>;
export type DeliveryPage = Schema<'NotificationsController.DeliveryPage'>;
export type DetectionPage = Schema<'DetectionPage'>;
export type DetectorStatus = Schema<'DetectorStatus'>;
export type Device = Schema<'Device'>;
export type DeviceDecision = Schema<'DeviceDecision'>;
export type DeviceState = Schema<'DeviceState'>;
export type DevicesView = Schema<'DevicesView'>;
export type Difference = Schema<'SettingsDiff.Difference'>;
export type DistinctCountSettings = Schema<'DistinctCountSettings'>;
export type EntryCounts = Omit<Schema<'EntryCounts'>, 'byOrigin'> & {
  byOrigin: Partial<Record<BlacklistEntry['origin'], number>>;
};
export type EntryStory = Schema<'EntryStory'>;
export type EventKind = Schema<'BlacklistEvent.Kind'>;
export type Evidence = Schema<'Evidence'>;
export type FeedChanges = Schema<'FeedChangesController.FeedChanges'>;
export type FeedHold = Schema<'Hold'>;
export type FeedPreview = Schema<'FeedPreview'>;
export type FeedsView = Schema<'FeedsView'>;
export type FeedView = Schema<'FeedView'>;
export type FeedWish = Schema<'FeedWish'>;
export type Group = Schema<'Group'>;
export type GroupList = Schema<'GroupsController.GroupList'>;
export type HandedOver = Schema<'UsersController.HandedOver'>;
export type HeldDetection = Schema<'HeldDetection'>;
export type HeldState = Schema<'HeldDetection.State'>;
export type Import = Schema<'ExchangeController.Import'>;
export type LineFault = Schema<'Reading.LineFault'>;
export type LogRecord = Schema<'RecordView'>;
export type MailServer = Schema<'MailServerController.MailServerView'>;
export type MailServerWish = Schema<'MailServerWish'>;
export type MadeToken = Schema<'TokensController.MadeToken'>;
export type Network = Schema<'Network'>;
/** The fields of the settings that differ, as deep as they do. */
export type NewBacktest = Omit<Schema<'NewBacktest'>, 'settings'> & { settings: Partial<DefenseSettings> };
export type NewDecision = Schema<'NewDecision'>;
export type NewEntry = Schema<'NewEntry'>;
export type NewGroup = Schema<'NewGroup'>;
export type NewNetwork = Schema<'NetworksController.NewNetwork'>;
export type NewRecipient = Schema<'NewRecipient'>;
export type NewToken = Schema<'NewToken'>;
export type NewUser = Schema<'NewUser'>;
export type NewDevice = Schema<'NewDevice'>;
export type NotificationChoices = Schema<'NotificationsController.Choices'>;
export type NotificationSettings = Schema<'NotificationSettings'>;
export type PollerView = Schema<'PollerView'>;
export type RecordedDetection = Schema<'RecordedDetection'>;
export type RecordHistogram = Schema<'RecordFiguresController.Histogram'>;
export type RecordPage = Schema<'RecordsController.RecordsView'>;
export type RecordTop = Schema<'RecordFiguresController.Top'>;
export type Recipient = Schema<'RecipientsController.RecipientView'>;
export type RecipientList = Schema<'RecipientsController.RecipientList'>;
export type Registration = Schema<'Registration'>;
export type ReviewPage = Schema<'ReviewController.ReviewPage'>;
export type Role = Schema<'Role'>;
export type RuleMode = Schema<'RuleMode'>;
export type Selection = Schema<'Selection'>;
export type ServedList = Schema<'StatusView.ServedList'>;
export type ServedVersion = Schema<'FeedView.ServedVersion'>;
export type SessionList = Schema<'SessionView.SessionList'>;
export type SessionView = Schema<'SessionView'>;
export type SettingsChange = Schema<'SettingsVersionsController.Change'>;
export type SettingsChanges = Schema<'SettingsVersionsController.ChangesPage'>;
export type SettingsPreview = Schema<'SettingsPreview'>;
export type SignedIn = Schema<'SignedIn'>;
export type Status = Schema<'StatusView'>;
export type SystemState = Schema<'SystemState'>;
export type TestResult = Schema<'TestResult'>;
export type TokenList = Schema<'TokensController.TokenList'>;
export type Undone = Schema<'UndoController.Undone'>;
export type Undoing = Schema<'Undoing'>;
export type User = Schema<'User'>;
export type UserList = Schema<'UsersController.UserList'>;
export type Verdict = Schema<'Decision.Verdict'>;
export type WhyNot = Schema<'WhyNotController.Why'>;
