// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.config;

import io.activedefense.application.KnownSettings;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import java.util.Set;

/** Refuses to start with a setting that doesn't exist. */
@Context
final class BridgeSettings {
    BridgeSettings(Environment environment) {
        KnownSettings.require(
                environment,
                BridgeConfig.PREFIX,
                Set.of("enabled", "folders", "instance", "remove-rotated-after", "state-directory"));
    }
}
