// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with.
 *
 * @param user by name
 * @param password of that user
 */
record Credentials(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String user,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String password) {
    @Override
    public String toString() {
        return "credentials of " + user;
    }
}
