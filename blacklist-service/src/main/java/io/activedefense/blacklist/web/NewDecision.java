// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.review.Decision;
import io.activedefense.blacklist.review.Decision.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operator's word on held detections, as sent.
 *
 * @param ids of them, up to 1,000
 * @param verdict approve: list them now; dismiss: let them be; allowlist: put their sources on the allowlist
 * @param why up to 500 characters
 * @param until when an allowlist line stops to hold; left out: never
 */
record NewDecision(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<Long> ids,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Verdict verdict,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String why,

        @Nullable Instant until) {
    Decision by(String operator) {
        List<Long> given = Requests.given("ids", ids, "the ids of held detections");
        if (given.isEmpty() || given.size() > Decision.MOST || given.contains(null)) {
            throw Requests.refused("ids", given.size() + " ids", "1 to " + Decision.MOST + " ids of held detections");
        }
        return new Decision(
                given,
                Requests.given("verdict", verdict, "approve, dismiss or allowlist"),
                Requests.words("why", why),
                until,
                operator);
    }
}
