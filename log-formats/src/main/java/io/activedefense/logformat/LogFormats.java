// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

import java.util.List;
import java.util.function.Supplier;

/** The formats that a line can be in: by name, or recognised a line at a time. */
public final class LogFormats {
    /** Every format there is; a further one is a {@link MessageFormat} and a line here. Asked in this order. */
    private static final List<Named> ALL = List.of(
            new Named("extended", true, KeyedMessage::extended),
            new Named("csv", true, CsvMessage::new),
            new Named(
                    "configured",
                    false,
                    KeyedMessage::configured)); // recognised by the extended one, which reads it the same

    private record Named(String name, boolean recognised, Supplier<MessageFormat> message) {}

    private LogFormats() {}

    /** Takes every line under the format that it is in. */
    public static LogFormat recognised(EventTimes times) {
        return new LineFormat(
                times,
                ALL.stream()
                        .filter(Named::recognised)
                        .map(format -> format.message().get())
                        .toArray(MessageFormat[]::new));
    }

    /**
     * Takes lines of this format only.
     *
     * @param name one of {@link #names}
     * @throws IllegalArgumentException if it is none of them
     */
    public static LogFormat named(String name, EventTimes times) {
        return ALL.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .map(format -> new LineFormat(times, format.message().get()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "log format '" + name + "' is not known; it must be one of " + String.join(", ", names())));
    }

    /** The names that {@link #named} accepts. */
    public static List<String> names() {
        return ALL.stream().map(Named::name).toList();
    }
}
