// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.application.KnownSettings;
import io.activedefense.blacklist.egress.AllowedNetworks;
import io.activedefense.blacklist.egress.EgressGate;
import io.activedefense.blacklist.egress.MailRelays;
import io.activedefense.blacklist.egress.OwnServices;
import io.activedefense.blacklist.loop.KeepsTheList;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.mail.MailChannel;
import io.activedefense.blacklist.mail.MailPorts;
import io.activedefense.blacklist.notification.Channel;
import io.activedefense.blacklist.notification.Channels;
import io.activedefense.blacklist.notification.Deliveries;
import io.activedefense.blacklist.notification.MailServers;
import io.activedefense.blacklist.notification.Mailbox;
import io.activedefense.blacklist.notification.NotificationLoop;
import io.activedefense.blacklist.notification.NotificationSettingsStore;
import io.activedefense.blacklist.notification.NotificationTroubles;
import io.activedefense.blacklist.notification.Recipients;
import io.activedefense.blacklist.postgres.Persistence;
import io.activedefense.blacklist.secret.SecretBox;
import io.activedefense.blacklist.watch.ServiceMeters;
import io.activedefense.blacklist.webhook.WebhookChannel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notifications: who is told, the channels by which, and where those may go. A channel joins by being a bean. */
@Factory
@Requires(beans = Persistence.class)
final class NotificationsFactory {
    private static final String EGRESS = "active-defense.blacklist-service.egress";

    /** What else stands in the settings is refused at the start, and what these say is judged then. */
    @Context
    AllowedNetworks allowedNetworks(
            Environment environment,
            @Property(name = AllowedNetworks.SETTING, defaultValue = "public") List<String> networks,
            @Nullable @Property(name = "datasources.default.url") String databaseUrl,
            @Nullable @Property(name = "active-defense.kafka.bootstrap.servers") String brokers) {
        KnownSettings.require(environment, EGRESS, Set.of("networks", "mail-ports"));
        var own = OwnServices.of(databaseUrl == null ? "" : databaseUrl, brokers == null ? "" : brokers);
        return new AllowedNetworks(networks, own);
    }

    @Context
    MailPorts mailPorts(@Property(name = MailPorts.SETTING, defaultValue = "25,465,587,2525") List<Integer> ports) {
        return new MailPorts(ports);
    }

    @Singleton
    SecretBox secretBox(
            @Nullable @Property(name = SecretBox.SETTING) Path keyFile,
            @Property(name = "active-defense.blacklist-service.state-directory") Path stateDirectory) {
        return new SecretBox(keyFile == null ? stateDirectory.resolve("secret-key") : keyFile);
    }

    @Singleton
    NotificationSettingsStore notificationSettings(Persistence persistence) {
        return persistence.notificationSettings();
    }

    @Singleton
    MailServers mailServers(Persistence persistence, SecretBox secrets) {
        return persistence.mailServers(secrets);
    }

    @Singleton
    Recipients recipients(Persistence persistence, SecretBox secrets) {
        return persistence.recipients(secrets);
    }

    @Singleton
    Deliveries deliveries(Persistence persistence) {
        return persistence.deliveries();
    }

    @Singleton
    MailChannel mailChannel(MailServers servers, MailPorts ports) {
        return new MailChannel(servers, new EgressGate(new MailRelays()), ports);
    }

    @Singleton
    @Bean(preDestroy = "close")
    WebhookChannel webhookChannel(AllowedNetworks allowed) {
        return new WebhookChannel(new EgressGate(allowed), Clock.systemUTC());
    }

    @Singleton
    Channels channels(List<Channel> all) {
        return new Channels(all);
    }

    @Singleton
    Mailbox mailbox(Channels channels, Recipients recipients) {
        return new Mailbox(channels, recipients, Clock.systemUTC());
    }

    @Singleton
    NotificationTroubles notificationTroubles(Deliveries deliveries) {
        return new NotificationTroubles(deliveries);
    }

    @Context
    @KeepsTheList
    @Named("notifications")
    LoopRunner notificationRunner(
            Deliveries deliveries,
            NotificationSettingsStore settings,
            Mailbox mailbox,
            Persistence persistence,
            MeterRegistry registry,
            Threads threads) {
        Clock clock = Clock.systemUTC();
        var meters = new ServiceMeters(registry);
        var lead = persistence.notificationLeadership();
        var loop = new NotificationLoop(deliveries, settings, mailbox, lead, meters.deliveries(), clock);
        meters.watchDeliveries(loop::waiting);
        var runner = new LoopRunner("blacklist-notifications", loop, clock);
        threads.endBy(runner::close);
        runner.start();
        return runner;
    }
}
