// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** Ready when the detector runs, or is switched off; not before it has settings. */
@Singleton
@Readiness
final class DetectorHealth implements HealthIndicator {
    private final DetectorRunner runner;

    DetectorHealth(DetectorRunner runner) {
        this.runner = runner;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        DetectorRunner.Condition condition = runner.condition();
        return Publishers.just(HealthResult.builder("detector-streams")
                .status(condition.ready() ? HealthStatus.UP : HealthStatus.DOWN)
                .details(Map.of("detector", condition.what()))
                .build());
    }
}
