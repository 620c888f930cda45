// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.contracts.address.Cidr;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the published list equal to what is listed. Step it; it never sleeps, and one thread steps it.
 *
 * <p>A list is on disk before it is served, so that a restart never serves an older one than was served before. Where
 * the disk refuses it, the copy there is removed first: then a restart has no list until the database answers, which
 * firewalls bear (they keep theirs), while an older list would release what has been blocked.
 */
public final class EdlRefresher {
    private static final Logger LOG = LoggerFactory.getLogger(EdlRefresher.class);

    private final ListedAddresses listed;
    private final EdlText text;
    private final SnapshotFile file;
    private final PublishedList published;
    private final Clock clock;
    private OptionalLong version = OptionalLong.empty();
    private boolean failing;

    public EdlRefresher(
            ListedAddresses listed,
            Predicate<Cidr> mayBeListed,
            SnapshotFile file,
            PublishedList published,
            Clock clock) {
        this.listed = listed;
        this.text = new EdlText(mayBeListed);
        this.file = file;
        this.published = published;
        this.clock = clock;
    }

    /** Publishes the copy on disk, so that there is a list while the database is not there yet. */
    public void load() throws IOException {
        switch (file.read()) {
            case SnapshotFile.Found.Intact intact -> {
                published.publish(intact.snapshot());
                LOG.info("kept list loaded: entries={}", intact.snapshot().entries());
            }
            case SnapshotFile.Found.Nothing nothing ->
                LOG.info("no kept list: none is served until the database answers");
            case SnapshotFile.Found.Unusable unusable ->
                LOG.error("kept list unusable ({}): none is served until the database answers", unusable.why());
        }
    }

    /** Publishes a new list where something changed; whatever fails, the last one stays. */
    public void step() {
        try {
            refresh();
            recovered();
        } catch (RuntimeException | IOException e) {
            failed(e);
        }
    }

    private void refresh() throws IOException {
        if (!OptionalLong.of(listed.version()).equals(version)) {
            ListedAddresses.Listing listing = listed.listing();
            rebuild(listing.addresses(), clock.instant());
            version = OptionalLong.of(listing.version());
        }
        published.confirm(clock.instant());
    }

    private void rebuild(List<Cidr> addresses, Instant now) throws IOException {
        EdlText.Rendered rendered = text.render(addresses);
        if (!rendered.leftOut().isEmpty()) {
            LOG.error("left out of the list, because they may never be listed: {}", rendered.leftOut());
        }
        byte[] bytes = rendered.bytes();
        Optional<EdlSnapshot> before = published.current();
        if (before.isPresent() && before.get().hasText(bytes)) {
            return;
        }
        Instant modified =
                EdlSnapshot.modifiedAfter(now, before.map(EdlSnapshot::modified).orElse(Instant.EPOCH));
        publish(new EdlSnapshot(bytes, rendered.entries(), modified));
    }

    private void publish(EdlSnapshot snapshot) throws IOException {
        try {
            file.write(snapshot);
        } catch (IOException e) {
            LOG.error("the list can't be kept on disk: a restart serves none until the database answers", e);
            file.remove();
        }
        published.publish(snapshot);
        LOG.debug(
                "list published: entries={} etag={}",
                snapshot.entries(),
                snapshot.plain().etag());
    }

    private void failed(Exception e) {
        if (!failing) {
            LOG.warn("the list can't be refreshed, the last one stays", e);
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOG.info("the list is refreshed again");
        }
        failing = false;
    }
}
