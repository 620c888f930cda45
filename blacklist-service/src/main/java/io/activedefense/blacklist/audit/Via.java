// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;

/** How somebody comes to do something. */
public enum Via {
    @JsonProperty("session")
    SESSION,
    @JsonProperty("token")
    TOKEN,
    @JsonProperty("command")
    COMMAND;

    public static Via of(String word) {
        return Arrays.stream(values())
                .filter(via -> via.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody comes by " + word));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
