// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.application.Defaults;
import io.activedefense.standalone.broker.Broker;
import io.activedefense.standalone.data.DataFolder;
import io.activedefense.standalone.database.Postgres;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the applications are told: their own defaults, then where everything is on this machine. */
final class ApplicationProperties {
    private static final List<String> APPLICATIONS = List.of("ingest-bridge", "detector-streams", "blacklist-service");

    private ApplicationProperties() {}

    static Map<String, Object> of(Plan plan, DataFolder data, Path logs, Broker broker, Postgres database) {
        var properties = new LinkedHashMap<String, Object>();
        for (String application : APPLICATIONS) {
            properties.putAll(Defaults.of(application));
            properties.put("active-defense." + application + ".enabled", true);
            properties.put(
                    "active-defense." + application + ".state-directory",
                    data.privateFolder(application).toString());
        }
        properties.putAll(plan.serving().properties());
        properties.putAll(servers(broker, database));
        properties.put("active-defense.ingest-bridge.folders", List.of(logs.toString()));
        properties.put("active-defense.ingest-bridge.instance", "standalone");
        if (plan.removeRotatedAfter() != null) {
            properties.put("active-defense.ingest-bridge.remove-rotated-after", plan.removeRotatedAfter());
        }
        properties.put(
                "active-defense.blacklist-service.admin-password-file",
                data.initialAdminPassword().toString());
        properties.put(
                "active-defense.blacklist-service.archive.disk", data.root().toString());
        if (plan.firstSettings() != null) {
            properties.put(
                    "active-defense.blacklist-service.first-settings",
                    plan.firstSettings().toAbsolutePath().toString());
        }
        return properties;
    }

    private static Map<String, Object> servers(Broker broker, Postgres database) {
        return Map.of(
                "micronaut.application.name", "active-defense",
                "active-defense.kafka.bootstrap.servers", broker.bootstrapServers(),
                "active-defense.topics.partitions", 4,
                "active-defense.topics.replication-factor", 1,
                "datasources.default.url", database.url(),
                "datasources.default.username", database.user(),
                "datasources.default.password", database.password().value());
    }
}
