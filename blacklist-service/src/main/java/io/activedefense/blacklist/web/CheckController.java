// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.EntryFilter;
import io.activedefense.blacklist.entry.EntryQuery;
import io.activedefense.blacklist.entry.Guards;
import io.activedefense.blacklist.entry.NeverListed;
import io.activedefense.blacklist.review.HeldDetection;
import io.activedefense.blacklist.review.ReviewQueue;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Network;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an address is blocked, and why, or why it never will be. */
@Controller("/api/v1/check")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "check")
final class CheckController {
    private static final int IPV6_SOURCE = 64;

    private final Blacklist blacklist;
    private final ReviewQueue review;
    private final SettingsStore settings;
    private final Clock clock = Clock.systemUTC();

    CheckController(Blacklist blacklist, ReviewQueue review, SettingsStore settings) {
        this.blacklist = blacklist;
        this.review = review;
        this.settings = settings;
    }

    /**
     * How an address stands.
     *
     * @param address that was asked about
     * @param listed whether an entry holds it
     * @param since when the first of these entries came on the list; absent: it is not listed
     * @param entries that hold it, the widest first, without their evidence
     * @param neverListed why it must not be listed; absent: it may be
     * @param lines of the own networks and the allowlist that hold it
     * @param held detections of it that wait for an operator's word
     */
    record Check(
            Cidr address,
            boolean listed,
            @Nullable Instant since,
            List<BlacklistEntry> entries,
            @Nullable String neverListed,
            List<GuardLine> lines,
            List<HeldDetection> held) {}

    /**
     * A line that keeps an address off the list.
     *
     * @param list own-networks or allowlist
     * @param line the line
     */
    record GuardLine(String list, Network line) {}

    @Get("/{ip}")
    @Operation(
            summary = "Whether an address is listed, since when and why; and what keeps it off the list, by which line")
    @ApiResponse(responseCode = "200")
    Check check(@PathVariable String ip) {
        Cidr address = Requests.address("ip", ip);
        Instant now = clock.instant();
        DefenseSettings inForce = settings.current().settings();
        List<BlacklistEntry> entries = blacklist
                .search(EntryQuery.first(EntryFilter.LISTED.around(address), EntryQuery.MOST))
                .entries();
        return new Check(
                address,
                !entries.isEmpty(),
                entries.stream()
                        .map(BlacklistEntry::listedAt)
                        .min(Instant::compareTo)
                        .orElse(null),
                entries,
                Guards.of(inForce)
                        .at(now)
                        .forbids(address)
                        .map(NeverListed::text)
                        .orElse(null),
                lines(address, inForce, now),
                held(address));
    }

    private static List<GuardLine> lines(Cidr address, DefenseSettings settings, Instant now) {
        return Stream.concat(
                        of("own-networks", settings.ownNetworks(), address, now),
                        of("allowlist", settings.allowlist(), address, now))
                .toList();
    }

    private static Stream<GuardLine> of(String list, List<Network> lines, Cidr address, Instant now) {
        return lines.stream()
                .filter(line -> line.holdsAt(now) && line.cidr().intersects(address))
                .map(line -> new GuardLine(list, line));
    }

    /** A source may have been grouped. */
    private List<HeldDetection> held(Cidr address) {
        var held = new ArrayList<>(review.of(address));
        if (!address.isIpv4() && address.prefixLength() > IPV6_SOURCE) {
            held.addAll(review.of(Cidr.around(address.network(), IPV6_SOURCE)));
        }
        held.removeIf(each -> each.state() != HeldDetection.State.WAITING);
        return held;
    }
}
