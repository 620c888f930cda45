// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Disposition;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.detection.Sighting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the detector tells, in the words of tests. */
public final class Told {
    private Told() {}

    /** A rule fired for the source at that time. */
    public static Detection detection(String source, String rule, Instant at) {
        return detection(source, rule, 0, at);
    }

    public static Detection detection(String source, String rule, int epoch, Instant at) {
        return detection(source, rule, epoch, at, Disposition.LIST);
    }

    public static Detection detection(String source, String rule, int epoch, Instant at, Disposition disposition) {
        return new Detection(
                Cidr.parse(source),
                rule,
                epoch,
                at,
                at,
                List.of(new Evidence(at, "fw-1", "198.51.100.7", 22, "deny", "block-all", null, null)),
                null,
                1,
                disposition,
                disposition == Disposition.HOLD ? "many new entries" : null);
    }

    /** A rule fired for a source of that country, if the line said one. */
    public static Detection located(@Nullable String country, Detection told) {
        return new Detection(
                told.source(),
                told.rule(),
                told.epoch(),
                told.at(),
                told.lastSeen(),
                told.evidence(),
                country,
                told.settingsVersion(),
                told.disposition(),
                told.holdReason());
    }

    public static Sighting sighting(String source, Instant lastSeen) {
        return new Sighting(Cidr.parse(source), 1, lastSeen);
    }

    /** As the record of that offset. */
    public static <T> Delivered<T> at(long offset, T value) {
        return new Delivered<>("topic-id", 0, offset, value);
    }
}
