// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.edl;

import io.activedefense.blacklist.edl.EdlRefresher;
import io.activedefense.blacklist.edl.EdlSnapshot;
import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.edl.SnapshotFile;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.GuardSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** A list that the product's own code wrote into a state directory, from where the service serves it without a database. */
final class KeptList {
    private KeptList() {}

    /** Writes a list of so many scattered addresses; what of it is served. */
    static EdlSnapshot in(Path stateDirectory, int entries) {
        var published = new PublishedList();
        new EdlRefresher(
                        listing(entries),
                        new SnapshotFile(stateDirectory, Feed.BUILT_IN),
                        published,
                        new NoHolds(),
                        () -> GuardSettings.DEFAULTS,
                        Clock.systemUTC())
                .step();
        return published.current().orElseThrow(() -> new IllegalStateException("the list could not be written"));
    }

    private static ListedAddresses listing(int entries) {
        var random = new Random(entries);
        var addresses = new TreeSet<Cidr>();
        while (addresses.size() < entries) {
            addresses.add(Cidr.of(IpAddress.ipv4(random.nextInt(0x0b00_0000, 0x7f00_0000))));
        }
        var listing = new ListedAddresses.Listing(1, new ArrayList<>(addresses));
        return new ListedAddresses() {
            @Override
            public long version() {
                return listing.version();
            }

            @Override
            public Listing listing() {
                return listing;
            }
        };
    }

    /** Nothing waits. */
    private static final class NoHolds implements Holds {
        @Override
        public List<Hold> all() {
            return List.of();
        }

        @Override
        public void put(Hold hold) {
            throw new IllegalStateException("the first list of all can't shrink");
        }

        @Override
        public void end(String list) {
            throw new IllegalStateException("nothing waits");
        }

        @Override
        public Optional<Hold> decide(String list, Hold.State decision, String by, String why) {
            return Optional.empty();
        }
    }
}
