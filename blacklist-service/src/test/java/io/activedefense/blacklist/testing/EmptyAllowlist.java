// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** First settings that allow nothing, so that tests may list any public address. */
public final class EmptyAllowlist {
    /** The property that names them. */
    public static final String PROPERTY = "active-defense.blacklist-service.first-settings";

    private EmptyAllowlist() {}

    /** A first settings document in the folder. */
    public static String in(Path folder) {
        try {
            return Files.writeString(folder.resolve("first-settings.json"), "{\"allowlist\": []}")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
