// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.detection;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule fired for a source. Applying one twice changes nothing: it is named by {@link #id}.
 *
 * @param source the source group: an IPv4 address or an IPv6 prefix
 * @param rule the rule's id
 * @param epoch how often the source had been released when it was counted
 * @param at event time of the crossing
 * @param lastSeen event time or arrival of the deciding event, whichever is earlier
 * @param evidence for each value counted its latest sighting, by time
 * @param country the source's location as the firewall wrote it, by {@link Country}; absent where the deciding line
 *     had none
 * @param settingsVersion the settings that it was judged under
 * @param disposition what shall become of it
 * @param holdReason why an operator decides, where the disposition is hold
 */
public record Detection(
        Cidr source,
        String rule,
        int epoch,
        Instant at,
        Instant lastSeen,
        List<Evidence> evidence,
        @Nullable String country,
        long settingsVersion,
        Disposition disposition,
        @Nullable String holdReason) {

    public Detection {
        requireNonNull(source, "source");
        requireNonNull(rule, "rule");
        requireNonNull(at, "at");
        requireNonNull(lastSeen, "lastSeen");
        requireNonNull(disposition, "disposition");
        evidence = List.copyOf(evidence);
        country = Country.of(country);
        if ((disposition == Disposition.HOLD) != (holdReason != null)) {
            throw new IllegalArgumentException("holdReason belongs to the disposition hold and to no other");
        }
    }

    /** The same, but for what shall become of it. */
    public Detection as(Disposition other, @Nullable String why) {
        return new Detection(source, rule, epoch, at, lastSeen, evidence, country, settingsVersion, other, why);
    }

    /** The same, of a source whose deciding line didn't say where it is. */
    public Detection in(String place) {
        return new Detection(
                source, rule, epoch, at, lastSeen, evidence, place, settingsVersion, disposition, holdReason);
    }

    /** One a source, rule and listing epoch. */
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    public String id() {
        return source + "|" + rule + "|" + epoch;
    }

    /** Event time of the earliest sighting that it rests on. */
    public Instant firstSeen() {
        return evidence.stream().map(Evidence::at).min(Instant::compareTo).orElse(at);
    }
}
