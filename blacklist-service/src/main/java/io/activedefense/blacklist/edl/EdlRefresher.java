// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.feed.Narrowness;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.GuardSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the published list equal to what is listed. Step it; it never sleeps, and one thread steps it. */
public final class EdlRefresher {
    private static final Logger LOG = LoggerFactory.getLogger(EdlRefresher.class);
    private static final String NOTHING_ABOUT = "";

    private final ListedAddresses listed;
    private final SnapshotFile file;
    private final PublishedList published;
    private final Publication publication;
    private final Holds holds;
    private final Supplier<GuardSettings> limits;
    private final Clock clock;
    private final Attempts attempts = new Attempts("the list");
    private OptionalLong version = OptionalLong.empty();

    public EdlRefresher(
            ListedAddresses listed,
            SnapshotFile file,
            PublishedList published,
            Holds holds,
            Supplier<GuardSettings> limits,
            Clock clock) {
        this.listed = listed;
        this.file = file;
        this.published = published;
        this.publication = new Publication(Feed.BUILT_IN, file, published, holds);
        this.holds = holds;
        this.limits = limits;
        this.clock = clock;
    }

    /** Publishes the copy on disk, so that there is a list while the database is not there yet. */
    public void load() throws IOException {
        switch (file.read()) {
            case SnapshotFile.Found.Intact intact -> publication.restore(intact.snapshot());
            case SnapshotFile.Found.Nothing nothing ->
                LOG.info("no kept list: none is served until the database answers");
            case SnapshotFile.Found.Unusable unusable ->
                LOG.error("kept list unusable ({}): none is served until the database answers", unusable.why());
        }
    }

    /** Publishes a new list where something changed; whatever fails, the last one stays. */
    public void step() {
        attempts.run(this::refresh);
    }

    private void refresh() throws IOException {
        Instant asked = clock.instant();
        if (!OptionalLong.of(listed.version()).equals(version)) {
            ListedAddresses.Listing listing = listed.listing();
            rebuild(listing.addresses());
            version = OptionalLong.of(listing.version());
        }
        published.confirm(asked);
    }

    private void rebuild(List<Cidr> addresses) throws IOException {
        GuardSettings inForce = limits.get();
        EdlText.Rendered rendered = new EdlText(Narrowness.of(inForce)::allows).render(addresses);
        if (!rendered.leftOut().isEmpty()) {
            LOG.error("left out of the list, because they may never be listed: {}", rendered.leftOut());
        }
        Optional<Hold> known = holds.all().stream()
                .filter(hold -> hold.list().equals(Feed.BUILT_IN))
                .findFirst();
        publication.offer(rendered.bytes(), rendered.entries(), NOTHING_ABOUT, known, inForce, clock.instant());
    }
}
