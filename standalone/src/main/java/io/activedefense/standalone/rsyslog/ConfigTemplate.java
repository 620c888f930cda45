// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.rsyslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.standalone.data.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file with places to fill in, as it lies beside this class's resources. */
record ConfigTemplate(String text) {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");

    /** Nothing that ends a string, or means something within one, in either program's language. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9/._:@+,-]*");

    static ConfigTemplate named(String name) {
        try (var resource = ConfigTemplate.class.getResourceAsStream("/rsyslog/" + name)) {
            return new ConfigTemplate(
                    new String(Objects.requireNonNull(resource, name).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String filled(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(place.group(1)), place.group(1))));
    }

    static String harmless(String option, String value) {
        if (value.isEmpty() || !HARMLESS.matcher(value).matches()) {
            throw new CannotStartException(option + " '" + value
                    + "' is not accepted; it must be of letters, digits, and any of / . _ : @ + , -");
        }
        return value;
    }
}
