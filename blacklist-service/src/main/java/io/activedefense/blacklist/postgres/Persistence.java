// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.alarm.Alarms;
import io.activedefense.blacklist.audit.Actors;
import io.activedefense.blacklist.audit.AuditLog;
import io.activedefense.blacklist.backtest.Backtests;
import io.activedefense.blacklist.device.Devices;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.Bursts;
import io.activedefense.blacklist.entry.History;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.entry.Releases;
import io.activedefense.blacklist.feed.Candidates;
import io.activedefense.blacklist.feed.Feeds;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.notification.Deliveries;
import io.activedefense.blacklist.notification.MailServers;
import io.activedefense.blacklist.notification.NotificationSettingsStore;
import io.activedefense.blacklist.notification.Recipients;
import io.activedefense.blacklist.people.Groups;
import io.activedefense.blacklist.people.People;
import io.activedefense.blacklist.poller.Pollers;
import io.activedefense.blacklist.relay.Leadership;
import io.activedefense.blacklist.relay.Outbox;
import io.activedefense.blacklist.relay.Truth;
import io.activedefense.blacklist.release.Retention;
import io.activedefense.blacklist.review.ReviewQueue;
import io.activedefense.blacklist.secret.SecretBox;
import io.activedefense.blacklist.session.SessionLimits;
import io.activedefense.blacklist.session.Sessions;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.token.ApiTokens;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All ports on one database. */
public final class Persistence {
    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);

    private final DataSource dataSource;
    private final Schema schema;
    private final Database database;
    private final Clock clock;
    private final SettingsInForce settings = new SettingsInForce();

    /**
     * Ports on a database.
     *
     * @param dataSource gives connections of their own
     * @param transactions on the same database
     * @param first what a fresh database begins with
     * @param committed is told after every change
     * @param actors tells for whom changes are made, for the audit log
     */
    public Persistence(
            DataSource dataSource,
            TransactionOperations<Connection> transactions,
            FirstContent first,
            Runnable committed,
            Actors actors,
            Clock clock) {
        this.dataSource = dataSource;
        this.schema = new Schema(dataSource, first.at(clock));
        this.database = new Database(transactions, schema, committed, actors, clock);
        this.clock = clock;
    }

    /**
     * Brings the tables up to date; where the database is away the first use does it.
     *
     * @throws NewerSchemaException if a newer version of this product has used the database
     */
    public void prepare() {
        try {
            schema.ensure();
        } catch (DatabaseException e) {
            LOG.warn("the database is away, going on without it: {}", e.getMessage());
        }
    }

    public Blacklist blacklist() {
        return new PostgresBlacklist(database, settings, clock);
    }

    public ListedAddresses listedAddresses() {
        return new PostgresListedAddresses(database);
    }

    public Candidates candidates() {
        return new PostgresCandidates(database);
    }

    public Feeds feeds() {
        return new PostgresFeeds(database, clock);
    }

    public Holds holds() {
        return new PostgresHolds(database, clock);
    }

    public Pollers pollers() {
        return new PostgresPollers(database);
    }

    public SettingsStore settings() {
        return new PostgresSettingsStore(database, settings, clock);
    }

    /** The devices in their table, which takes part in the transactions. */
    public Devices devices(DeviceRows rows) {
        return new PostgresDevices(database, rows, clock);
    }

    public Intake intake() {
        return new PostgresIntake(database, settings, clock);
    }

    public Bursts bursts() {
        return new PostgresBursts(database, settings, clock);
    }

    public History history() {
        return new PostgresHistory(database);
    }

    public People people() {
        return new PostgresPeople(database, clock);
    }

    public Groups groups() {
        return new PostgresGroups(database, clock);
    }

    public Sessions sessions(SessionLimits limits) {
        return new PostgresSessions(database, limits, clock);
    }

    public ApiTokens apiTokens() {
        return new PostgresApiTokens(database, clock);
    }

    public AuditLog auditLog() {
        return new PostgresAuditLog(database);
    }

    public Retention retention() {
        return new PostgresRetention(database);
    }

    public ReviewQueue review() {
        return new PostgresReviewQueue(database, settings, clock);
    }

    public Releases releases() {
        return new PostgresReleases(database, settings, clock);
    }

    public Outbox outbox() {
        return new PostgresOutbox(database);
    }

    /** A claim on the lead in publishing; each is its own. */
    public Leadership leadership() {
        return new AdvisoryLeadership(dataSource, AdvisoryLeadership.PUBLISHING);
    }

    /** The archive of log records in the same database, on connections that nobody else uses. */
    public ArchivePersistence archive(DataSource own) {
        return new ArchivePersistence(new OwnTransactions(own, schema::ensure), settings, clock);
    }

    public Backtests backtests() {
        return new PostgresBacktests(database);
    }

    public Alarms alarms() {
        return new PostgresAlarms(database, clock);
    }

    /** A claim on the lead in watching for alarms; each is its own. */
    public Leadership alarmLeadership() {
        return new AdvisoryLeadership(dataSource, AdvisoryLeadership.ALARMS);
    }

    public NotificationSettingsStore notificationSettings() {
        return new PostgresNotificationSettings(database);
    }

    public MailServers mailServers(SecretBox secrets) {
        return new PostgresMailServers(database, secrets, clock);
    }

    public Recipients recipients(SecretBox secrets) {
        return new PostgresRecipients(database, secrets, clock);
    }

    public Deliveries deliveries() {
        return new PostgresDeliveries(database, clock);
    }

    /** A claim on the lead in delivering notifications; each is its own. */
    public Leadership notificationLeadership() {
        return new AdvisoryLeadership(dataSource, AdvisoryLeadership.NOTIFICATIONS);
    }

    /** What each compacted topic has to hold. */
    public List<Truth<?>> truths(Devices devices) {
        return List.of(
                new SettingsTruth(database, settings), new DeviceTruth(devices), new EntryTruth(database, settings));
    }
}
