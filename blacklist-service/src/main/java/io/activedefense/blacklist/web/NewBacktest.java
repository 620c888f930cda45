// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.blacklist.backtest.Question;
import io.activedefense.blacklist.backtest.SettingsUnderTest;
import io.activedefense.blacklist.backtest.TimeRange;
import io.activedefense.contracts.settings.DefenseSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backtest that somebody wants, as sent.
 *
 * @param from where it begins
 * @param to where it ends; left out: now
 * @param settings the fields of the settings document that differ from the one in force
 */
record NewBacktest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant from,

        @Nullable Instant to,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                type = "object",
                description = "Fields of the settings document, as deep as they differ from the one in force")
        @Nullable JsonNode settings) {
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final String EXAMPLE = "an object such as {\"portScan\": {\"threshold\": 15}}";

    Question question(DefenseSettings inForce, Instant now) {
        return new Question(range(now), inForce, underTest(inForce));
    }

    private TimeRange range(Instant now) {
        Instant begin = Requests.given("from", from, "a time such as 2026-11-22T11:00:00Z");
        Instant end = to == null ? now : to;
        if (!begin.isBefore(end)) {
            throw Requests.refused("from", begin.toString(), "a time before " + end);
        }
        if (begin.plus(LONGEST).isBefore(end)) {
            throw Requests.refused("from", begin.toString(), "at most " + LONGEST.toDays() + " days before " + end);
        }
        return new TimeRange(begin, end);
    }

    private DefenseSettings underTest(DefenseSettings inForce) {
        JsonNode differing = Requests.given("settings", settings, EXAMPLE);
        if (differing instanceof ObjectNode fields) {
            return Requests.accepted(() -> SettingsUnderTest.of(inForce, fields));
        }
        throw Requests.refused("settings", differing.toString(), EXAMPLE);
    }
}
