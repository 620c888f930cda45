// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.backtest.WhyNot;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.RuleMode;
import io.activedefense.rules.RuleSet;
import io.activedefense.rules.run.Approach;
import io.activedefense.rules.run.Approach.Closest;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an address is not on the list, by what was logged of it. */
@Controller("/api/v1/check")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "check")
final class WhyNotController {
    private final WhyNot whyNot;
    private final SettingsStore settings;

    WhyNotController(WhyNot whyNot, SettingsStore settings) {
        this.whyNot = whyNot;
        this.settings = settings;
    }

    /**
     * What the rules in force make of an address.
     *
     * @param source what would be listed: the address, or the network that it stands for
     * @param from event time from which its log lines were looked at; absent: there are none
     * @param to event time of its latest log line
     * @param records how many were looked at
     * @param whole whether these are all of that time
     * @param archivedTo how fresh the archive is: event time of the newest log line of any address
     * @param rules how near each rule came to firing
     */
    record Why(
            Cidr source,
            @Nullable Instant from,
            @Nullable Instant to,
            int records,
            boolean whole,
            @Nullable Instant archivedTo,
            List<RuleApproach> rules) {}

    /**
     * How near a rule came to firing.
     *
     * @param rule its name
     * @param mode of the rule
     * @param counted log lines that it counts
     * @param distinct the most distinct values in one window
     * @param needed so many would have made it fire
     * @param missing how many more it would have taken
     * @param at the host whose ports, or the port at whose hosts, were counted; absent: nothing was
     * @param from event time of the first in that window
     * @param to event time of the last in that window
     * @param words the same in words
     */
    record RuleApproach(
            String rule,
            RuleMode mode,
            long counted,
            int distinct,
            int needed,
            int missing,
            @Nullable String at,
            @Nullable Instant from,
            @Nullable Instant to,
            String words) {
        static RuleApproach of(Approach approach) {
            var closest = approach.closest();
            return new RuleApproach(
                    approach.rule(),
                    approach.mode(),
                    approach.counted(),
                    closest == null ? 0 : closest.distinct(),
                    approach.needed(),
                    approach.missing(),
                    closest == null ? null : closest.at(),
                    closest == null ? null : Instant.ofEpochMilli(closest.fromMillis()),
                    closest == null ? null : Instant.ofEpochMilli(closest.toMillis()),
                    words(approach));
        }

        private static String words(Approach approach) {
            if (approach.mode() == RuleMode.OFF) {
                return "The rule is off.";
            }
            Closest closest = approach.closest();
            if (closest == null) {
                return "It has counted none of the log lines.";
            }
            return switch (approach.rule()) {
                case RuleSet.PORT_SCAN -> scan(approach, closest, "ports of the host ");
                case RuleSet.IP_SCAN -> scan(approach, closest, "hosts at port ");
                default -> "It has fired at " + approach.counted() + " log lines.";
            };
        }

        private static String scan(Approach approach, Closest closest, String values) {
            String end =
                    approach.missing() == 0 ? "it has fired." : approach.missing() + " more would have made it fire.";
            return closest.distinct() + " of " + approach.needed() + " distinct " + values + closest.at() + " within "
                    + Duration.ofMillis(approach.windowMillis()).toMinutes() + " minutes: " + end;
        }
    }

    @Get("/{ip}/rules")
    @Operation(summary = "Why an address is not listed: how near each rule came to firing by its latest log lines")
    @ApiResponse(responseCode = "200")
    Why why(@PathVariable String ip) {
        WhyNot.Answer answer =
                whyNot.of(Requests.address("ip", ip), settings.current().settings());
        return new Why(
                answer.source(),
                answer.from(),
                answer.to(),
                answer.records(),
                answer.whole(),
                answer.archivedTo(),
                answer.rules().stream().map(RuleApproach::of).toList());
    }
}
