// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Country;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.activedefense.contracts.settings.StrictDocument;
import io.micronaut.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what callers send; what can't be read ends the request with a {@link Problem} that names it. */
final class Requests {
    private static final int LONGEST_TEXT = 500;
    private static final String A_NUMBER = "a whole number, 0 or more";

    private Requests() {}

    static <T> T document(byte[] body, Class<T> type) {
        return accepted(() -> StrictDocument.read(body, type));
    }

    static Cidr address(String field, String text) {
        try {
            return Cidr.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(field, text, "an address or a prefix such as 198.51.100.0/24; " + e.getMessage());
        }
    }

    static int number(String field, String text, int least, int most) {
        String accepted = "a whole number in " + least + " to " + most;
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw refused(field, text, accepted);
        }
        throw refused(field, text, accepted);
    }

    /** A number that an earlier answer gave. */
    static long id(String field, String text) {
        try {
            long id = Long.parseLong(text);
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            throw refused(field, text, A_NUMBER);
        }
        throw refused(field, text, A_NUMBER);
    }

    static Instant time(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(field, text, "a time such as 2026-11-22T11:00:00Z");
        }
    }

    static String country(String text) {
        if (!text.equals(Country.of(text))) {
            String value = text.length() > Country.LONGEST ? text.length() + " characters" : text;
            throw refused("country", value, Country.ACCEPTED);
        }
        return text;
    }

    /** How a constant is spelt in a question. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One of a few words, each spelt by {@code word}. */
    static <T> T oneOf(String field, String text, T[] values, Function<T, String> word) {
        return Arrays.stream(values)
                .filter(value -> word.apply(value).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() ->
                        refused(field, text, Arrays.stream(values).map(word).collect(Collectors.joining(" or "))));
    }

    /** An operator's words: some, and not too many. */
    static String words(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
            String value = text == null ? "nothing" : text.length() + " characters";
            throw refused(field, value, "text of 1 to " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }

    /** Why something is changed, as far as it is told. */
    static String because(@Nullable String why) {
        return why == null ? "changed over the REST API" : words("why", why);
    }

    static boolean bool(String field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(field, text, "true or false");
        };
    }

    /** A body that is text. */
    static String text(byte[] body) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused("body", body.length + " bytes", "text in UTF-8");
        }
    }

    static <T> T given(String field, @Nullable T value, String accepted) {
        if (value == null) {
            throw refused(field, "nothing", accepted);
        }
        return value;
    }

    static ProblemException refused(String field, String value, String accepted) {
        return new ProblemException(Problem.ofField(HttpStatus.BAD_REQUEST, field, value, accepted));
    }

    /** Runs what refuses a document, and tells the refusal as a problem. */
    static <T> T accepted(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InvalidSettingException e) {
            throw refused(e.field(), e.value(), e.accepted());
        }
    }
}
