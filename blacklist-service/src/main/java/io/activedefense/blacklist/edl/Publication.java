// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.feed.ShrinkGuard;
import io.activedefense.contracts.settings.GuardSettings;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a new version of one list comes to be served: unless it shrank so much that an operator is asked, it is kept on
 * disk and then switched to as a whole.
 *
 * <p>A list is on disk before it is served, so that a restart never serves an older one than was served before. Where
 * the disk refuses it, the copy there is removed first: then a restart has no list until the database answers, which
 * firewalls bear (they keep theirs), while an older list would release what has been blocked.
 */
final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final String list;
    private final SnapshotFile file;
    private final PublishedList published;
    private final Holds holds;
    private final ShrinkGuard guard = new ShrinkGuard();

    Publication(String list, SnapshotFile file, PublishedList published, Holds holds) {
        this.list = list;
        this.file = file;
        this.published = published;
        this.holds = holds;
    }

    PublishedList published() {
        return published;
    }

    /** Serves what was kept on disk, so that there is a list while the database is not there yet. */
    void restore(EdlSnapshot kept) {
        published.publish(kept);
        guard.served(kept.entries(), kept.modified().minus(EdlSnapshot.DATED_AHEAD));
        LOG.info("kept list loaded: list={} entries={}", list, kept.entries());
    }

    /**
     * Offers what the list holds now.
     *
     * @param entries that it covers
     * @param about is kept with it
     * @param known what is on record about the list
     * @return whether it is what is served
     */
    boolean offer(byte[] bytes, int entries, String about, Optional<Hold> known, GuardSettings limits, Instant now)
            throws IOException {
        Optional<EdlSnapshot> before = published.current();
        if (before.isPresent() && before.get().hasText(bytes)) {
            endWaiting(known);
            return true;
        }
        return switch (guard.judge(list, entries, known, limits, now)) {
            case ShrinkGuard.Verdict.Wait wait -> {
                hold(wait);
                yield false;
            }
            case ShrinkGuard.Verdict.Serve serve -> {
                Instant modified = EdlSnapshot.modifiedAfter(
                        now, before.map(EdlSnapshot::modified).orElse(Instant.EPOCH));
                serve(new EdlSnapshot(bytes, entries, modified), about, now);
                endWaiting(known);
                yield true;
            }
        };
    }

    /** Keeps the list that is served with something else to be known of it. */
    void keepWith(String about) throws IOException {
        Optional<EdlSnapshot> current = published.current();
        if (current.isPresent()) {
            keep(current.get(), about);
        }
    }

    void remove() throws IOException {
        file.remove();
    }

    private void serve(EdlSnapshot snapshot, String about, Instant now) throws IOException {
        keep(snapshot, about);
        published.publish(snapshot);
        guard.served(snapshot.entries(), now);
        LOG.debug(
                "list published: list={} entries={} etag={}",
                list,
                snapshot.entries(),
                snapshot.plain().etag());
    }

    private void keep(EdlSnapshot snapshot, String about) throws IOException {
        try {
            file.write(snapshot, about);
        } catch (IOException e) {
            LOG.error("list {} can't be kept on disk: a restart serves none until the database answers", list, e);
            file.remove();
        }
    }

    private void hold(ShrinkGuard.Verdict.Wait wait) {
        if (wait.news()) {
            Hold hold = wait.hold();
            LOG.warn(
                    "a version waits for an operator's word: list={} served={} proposed={}",
                    list,
                    hold.served(),
                    hold.proposed());
            holds.put(hold);
        }
    }

    private void endWaiting(Optional<Hold> known) {
        if (known.filter(Hold::isOpen).isPresent()) {
            holds.end(list);
            LOG.info("no version waits any more: list={}", list);
        }
    }
}
