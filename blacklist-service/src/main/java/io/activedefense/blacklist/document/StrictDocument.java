// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads JSON that people write: what is unknown is a mistake, and a mistake is told in their words. */
public final class StrictDocument {
    private static final String WHOLE = "document";

    private StrictDocument() {}

    /**
     * Reads a document.
     *
     * @throws InvalidSettingException if it is no JSON or a field is unknown or not accepted
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            T document = Json.STRICT.readValue(json, type);
            if (document == null) {
                throw new InvalidSettingException(WHOLE, "null", "a JSON object");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    /**
     * Checks that nothing is left out, where what is left out would quietly get its default.
     *
     * @param json a document that {@link #read} accepts
     * @param whole a document of the same type
     * @throws InvalidSettingException if a field of {@code whole} is missing; the elements of lists are not compared
     */
    public static void requireWhole(String json, Object whole) {
        try {
            requireFields("", Json.STRICT.readTree(json), Json.STRICT.valueToTree(whole));
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    private static void requireFields(String path, JsonNode given, JsonNode whole) {
        for (Map.Entry<String, JsonNode> wanted : whole.properties()) {
            String field = path + wanted.getKey();
            JsonNode value = given.path(wanted.getKey());
            if (value.isMissingNode() || value.isNull()) {
                throw new InvalidSettingException(field, "(left out)", "given: the whole document is wanted");
            }
            requireFields(field + ".", value, wanted.getValue());
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
            case MismatchedInputException mismatch ->
                new InvalidSettingException(path(e), "(another kind of value)", accepted(mismatch.getTargetType()));
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
                .map(StrictDocument::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }

    private static String problem(JsonMappingException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return "(" + firstLine(message == null ? "unreadable" : message) + ")";
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> Json.STRICT.convertValue(constant, String.class))
                            .collect(Collectors.joining(", "));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-22T12:00:00Z";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "text" : "an object as documented";
    }

    private static String sorted(Collection<Object> names) {
        return names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
