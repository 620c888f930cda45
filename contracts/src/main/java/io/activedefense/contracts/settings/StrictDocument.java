// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.activedefense.contracts.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON that people write: read strictly, and refused by field, value and what is accepted. */
public final class StrictDocument {
    private static final String WHOLE = "document";
    private static final int LONGEST_VALUE = 80;

    private StrictDocument() {}

    /**
     * Reads a whole document; a field that is left out takes its default.
     *
     * @throws InvalidSettingException if it is no JSON object, or has an unknown field or a value that is not accepted
     */
    public static <T> T read(byte[] json, Class<T> type) {
        return read(object(json), type);
    }

    /**
     * Reads a document in which nothing is left out, where a field that is left out would quietly take its default.
     *
     * @param like a document that names every field; the elements of its lists are not compared
     * @throws InvalidSettingException as {@link #read} does, or if a field of {@code like} is missing or null
     */
    public static <T> T readWhole(byte[] json, Class<T> type, T like) {
        JsonNode tree = object(json);
        T document = read(tree, type);
        requireFields("", tree, Json.STRICT.valueToTree(like));
        return document;
    }

    private static void requireFields(String path, JsonNode given, JsonNode whole) {
        for (Map.Entry<String, JsonNode> wanted : whole.properties()) {
            String field = path + wanted.getKey();
            JsonNode value = given.path(wanted.getKey());
            if (value.isMissingNode() || value.isNull()) {
                throw new InvalidSettingException(field, "nothing", "given: the whole document is wanted");
            }
            requireFields(field + ".", value, wanted.getValue());
        }
    }

    private static JsonNode object(byte[] json) {
        JsonNode tree = tree(json);
        if (!tree.isObject()) {
            throw new InvalidSettingException(WHOLE, cut(tree), "a JSON object");
        }
        return tree;
    }

    private static <T> T read(JsonNode tree, Class<T> type) {
        try {
            return Json.STRICT.treeToValue(tree, type);
        } catch (JsonMappingException e) {
            throw refusal(e, tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read has no syntax to be wrong", e);
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.STRICT.readTree(json);
        } catch (MismatchedInputException e) {
            throw new InvalidSettingException(WHOLE, "more than one value", "JSON: one object");
        } catch (JsonProcessingException e) {
            String where = "line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr();
            throw new InvalidSettingException(WHOLE, e.getOriginalMessage() + " at " + where, "JSON");
        } catch (IOException e) {
            throw new InvalidSettingException(WHOLE, "unreadable text", "JSON in UTF-8");
        }
    }

    private static InvalidSettingException refusal(JsonMappingException e, JsonNode tree) {
        String field = field(e.getPath());
        if (e.getCause() instanceof InvalidSettingException inner) {
            return new InvalidSettingException(
                    field.isEmpty() ? inner.field() : field + "." + inner.field(), inner.value(), inner.accepted());
        }
        return new InvalidSettingException(field.isEmpty() ? WHOLE : field, cut(value(tree, e.getPath())), accepted(e));
    }

    /** As {@code allowlist[3].cidr}. */
    private static String field(List<JsonMappingException.Reference> path) {
        var field = new StringBuilder();
        for (var step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.toString();
    }

    private static JsonNode value(JsonNode tree, List<JsonMappingException.Reference> path) {
        JsonNode node = tree;
        for (var step : path) {
            node = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
        }
        return node;
    }

    private static String cut(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }

    private static String accepted(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "left out: there is no such field, only "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            case InvalidNullException absent -> "something, not null";
            case MismatchedInputException mismatch -> accepted(mismatch.getTargetType());
            default -> accepted(e.getCause());
        };
    }

    private static String accepted(@Nullable Throwable cause) {
        if (cause instanceof StreamReadException) {
            return "a whole number"; // what a tree still refuses by itself: a number too big for its field
        }
        if (cause == null) {
            return "of the field's type";
        }
        return "right: " + cause.getMessage();
    }

    private static String accepted(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + names(type);
        }
        if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
            return "a whole number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class) {
            return "a time such as 2026-11-22T11:00:00Z";
        }
        if (type == ZoneId.class) {
            return "a time zone such as Europe/Berlin";
        }
        if (type == String.class) {
            return "text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "a JSON object";
    }

    private static String names(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> Json.STRICT.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
    }
}
