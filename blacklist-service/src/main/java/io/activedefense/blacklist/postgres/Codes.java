// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.contracts.event.LogType;
import java.util.Arrays;

/** How constants of an event stand in columns: by their place, which their layout in events has fixed for ever. */
final class Codes {
    private Codes() {}

    @SuppressWarnings("EnumOrdinal") // append only, as the enums say
    static int of(Enum<?> constant) {
        return constant.ordinal();
    }

    static LogType logType(int code) {
        return Arrays.stream(LogType.values())
                .filter(type -> of(type) == code)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no log type " + code));
    }
}
