// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.Collection;
import java.util.stream.Collectors;

/** A settings document as people write it: what is left out has its default, what is unknown is a mistake. */
public final class SettingsDocument {
    private static final String WHOLE = "document";

    private SettingsDocument() {}

    /**
     * Reads a document.
     *
     * @throws InvalidSettingException if it is no JSON or a field is unknown or out of range; names field, value and
     *     what is accepted
     */
    public static DefenseSettings parse(String json) {
        try {
            DefenseSettings settings = Json.STRICT.readValue(json, DefenseSettings.class);
            if (settings == null) {
                throw new InvalidSettingException(WHOLE, "null", "a JSON object");
            }
            return settings;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    public static String write(DefenseSettings settings) {
        try {
            return Json.STRICT.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings of version " + settings.version() + " can't be written", e);
        }
    }

    private static InvalidSettingException refusal(JsonProcessingException e) {
        if (e.getCause() instanceof InvalidSettingException invalid) {
            return within(path(e), invalid);
        }
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                new InvalidSettingException(path(e), "(unknown)", "one of " + sorted(unknown.getKnownPropertyIds()));
            case InvalidFormatException format ->
                new InvalidSettingException(
                        path(e), String.valueOf(format.getValue()), accepted(format.getTargetType()));
            case JsonMappingException mapping ->
                new InvalidSettingException(path(e), problem(mapping), "as documented");
            default ->
                new InvalidSettingException(
                        WHOLE,
                        "(line " + e.getLocation().getLineNr() + ": " + firstLine(e.getOriginalMessage()) + ")",
                        "JSON");
        };
    }

    /** A record names its own field; the path tells which of the records it is. */
    private static InvalidSettingException within(String path, InvalidSettingException invalid) {
        String field = path.equals(WHOLE) ? invalid.field() : path + "." + invalid.field();
        return new InvalidSettingException(field, invalid.value(), invalid.accepted());
    }

    private static String path(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return WHOLE;
        }
        return mapping.getPath().stream()
                .map(SettingsDocument::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private static String problem(JsonMappingException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return "(" + firstLine(message == null ? cause.toString() : message) + ")";
    }

    private static String accepted(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        if (constants == null) {
            return "a value of the kind " + type.getSimpleName();
        }
        return "one of "
                + java.util.Arrays.stream(constants)
                        .map(SettingsDocument::spelt)
                        .collect(Collectors.joining(", "));
    }

    private static String spelt(Object constant) {
        return Json.STRICT.convertValue(constant, String.class);
    }

    private static String sorted(Collection<Object> names) {
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
