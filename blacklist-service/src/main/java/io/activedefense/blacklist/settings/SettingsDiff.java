// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In what two documents differ. */
public final class SettingsDiff {
    private SettingsDiff() {}

    /**
     * A field that is not the same.
     *
     * @param field its place, as refusals name it; of a network the network
     * @param before what it was; absent: it was not there
     * @param after what it is; absent: it is not there
     */
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    /** The differences by field; the version is none. */
    public static List<Difference> between(DefenseSettings before, DefenseSettings after) {
        return between(Json.TOLERANT.<JsonNode>valueToTree(before), Json.TOLERANT.valueToTree(after)).stream()
                .filter(difference -> !difference.field().equals("version"))
                .toList();
    }

    /** The differences by field. */
    public static List<Difference> between(JsonNode before, JsonNode after) {
        SortedMap<String, String> one = flat(before);
        SortedMap<String, String> other = flat(after);
        var fields = new TreeSet<>(one.keySet());
        fields.addAll(other.keySet());
        return fields.stream()
                .map(field -> new Difference(field, one.get(field), other.get(field)))
                .filter(each -> each.before() == null || !each.before().equals(each.after()))
                .toList();
    }

    private static SortedMap<String, String> flat(JsonNode document) {
        var fields = new TreeMap<String, String>();
        flatten("", document, fields);
        return fields;
    }

    private static void flatten(String place, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> flatten(
                            place.isEmpty() ? each.getKey() : place + "." + each.getKey(), each.getValue(), fields));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            networks(place, node, fields);
        } else if (node.isArray() && !node.isEmpty()) {
            fields.put(place, sorted(node));
        } else if (!node.isArray() && !node.isNull()) {
            fields.put(place, text(node));
        }
    }

    /** What is a set has no order, and comes in a different one each time. */
    private static String sorted(JsonNode values) {
        return values.valueStream().map(SettingsDiff::text).sorted().collect(Collectors.joining(", "));
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** A line is known by its network, not by its place, or one new line would move all others. */
    private static void networks(String place, JsonNode lines, Map<String, String> fields) {
        for (JsonNode line : lines) {
            var words = new ArrayList<String>();
            words.add(line.path("comment").asText(""));
            if (line.hasNonNull("expiresAt")) {
                words.add("until " + line.path("expiresAt").asText());
            }
            String text = String.join(" ", words).strip();
            fields.merge(place + "[" + line.path("cidr").asText() + "]", text, (first, same) -> first + "; " + same);
        }
    }
}
