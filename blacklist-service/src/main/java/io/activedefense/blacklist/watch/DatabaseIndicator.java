// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.jdbc.JdbcIndicator;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whether the database answers. Not a matter of readiness: the list is served without it. */
@Singleton
@Requires(property = "datasources.default.url")
@Replaces(JdbcIndicator.class)
final class DatabaseIndicator extends AbstractHealthIndicator<Map<String, Object>> {
    private final ListedAddresses listed;

    DatabaseIndicator(ListedAddresses listed) {
        this.listed = listed;
    }

    @Override
    protected String getName() {
        return "database";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        long version = listed.version();
        healthStatus = HealthStatus.UP;
        return Map.of("listVersion", version);
    }
}
