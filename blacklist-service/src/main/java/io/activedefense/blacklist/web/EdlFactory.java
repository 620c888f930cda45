// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.EdlRefresh;
import io.activedefense.blacklist.edl.EdlRefresher;
import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.edl.SnapshotFile;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.contracts.address.Cidr;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Puts the list together and starts its thread before the first request can come. */
@Factory
final class EdlFactory {
    private static final int WIDEST_IPV4 = 16;
    private static final int WIDEST_IPV6 = 32;

    @Singleton
    PublishedList publishedList() {
        return new PublishedList();
    }

    @Context
    @Bean(preDestroy = "close")
    EdlRefresh edlRefresh(
            ListedAddresses listed,
            PublishedList published,
            @Property(name = "active-defense.blacklist-service.state-directory") Path stateDirectory)
            throws IOException {
        var refresher = new EdlRefresher(
                listed, EdlFactory::isNarrow, new SnapshotFile(stateDirectory), published, Clock.systemUTC());
        refresher.load();
        var refresh = new EdlRefresh(refresher);
        refresh.start();
        return refresh;
    }

    /** The last gate before the firewalls: whatever let such a prefix in, it would block half the world. */
    private static boolean isNarrow(Cidr address) {
        return address.prefixLength() >= (address.isIpv4() ? WIDEST_IPV4 : WIDEST_IPV6);
    }
}
