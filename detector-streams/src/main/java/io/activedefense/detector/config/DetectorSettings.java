// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.config;

import io.activedefense.application.KnownSettings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import java.util.Set;

/** Refuses to start with a setting that doesn't exist. */
@Context
final class DetectorSettings {
    DetectorSettings(Environment environment) {
        KnownSettings.require(
                environment,
                DetectorConfig.PREFIX,
                Set.of("enabled", "threads", "state-directory", "commit-interval", "standby-replicas", "instance"));
    }
}
