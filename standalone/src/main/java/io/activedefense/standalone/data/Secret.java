// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A password that we made up ourselves and keep in a file that only its owner reads. Prints as nothing. */
public final class Secret {
    private static final int BYTES = 32;

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** The secret in the file; a new one where there is none. */
    public static Secret keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            SafeFile.write(file, random() + "\n");
        }
        return new Secret(Files.readString(file).strip());
    }

    public String value() {
        return value;
    }

    @Override
    public String toString() {
        return "secret";
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
