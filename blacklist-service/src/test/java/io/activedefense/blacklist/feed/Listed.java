// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Entries that tests list. */
final class Listed {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Listed() {}

    static Candidate detected(String address, String... reasons) {
        return new Candidate(Cidr.parse(address), Set.of(reasons), Origin.DETECTED, Set.of("fw-1"), NOON, NOON, 1);
    }

    static Candidate byOperator(String address) {
        return new Candidate(Cidr.parse(address), Set.of(), Origin.USER_ADDED, Set.of(), NOON, null, 0);
    }

    static Candidate seen(Candidate candidate, Duration ago, long hits) {
        return new Candidate(
                candidate.address(),
                candidate.reasons(),
                candidate.origin(),
                candidate.devices(),
                candidate.listedAt().minus(Duration.ofDays(700)),
                NOON.minus(ago),
                hits);
    }
}
