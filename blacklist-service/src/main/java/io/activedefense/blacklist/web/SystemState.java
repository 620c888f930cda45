// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether the detector works.
 *
 * @param on off, logs wait in Kafka, and the list stays as it is
 */
record SystemState(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean on) {}
