// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.activedefense.contracts.json.Json;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A field of the settings that is to differ: {@code portScan.threshold=15}.
 *
 * @param path names of the fields, from the document's top
 * @param value as JSON
 */
record Differing(List<String> path, JsonNode value) {
    private static final String ACCEPTED = "FIELD=VALUE such as portScan.threshold=15";

    Differing {
        path = List.copyOf(path);
    }

    /** All of them as one document. */
    static ObjectNode document(List<Differing> all) {
        ObjectNode document = Json.TOLERANT.createObjectNode();
        for (Differing each : all) {
            ObjectNode parent = document;
            for (String name : each.path.subList(0, each.path.size() - 1)) {
                parent = parent.withObjectProperty(name);
            }
            parent.set(each.path.getLast(), each.value);
        }
        return document;
    }

    /** What is no JSON is a word. */
    static final class Converter implements ITypeConverter<Differing> {
        @Override
        public Differing convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || !text.substring(0, equals).matches("\\w+(\\.\\w+)*")) {
                throw new TypeConversionException("'" + text + "' is not accepted; it must be " + ACCEPTED);
            }
            String value = text.substring(equals + 1);
            return new Differing(List.of(text.substring(0, equals).split("\\.")), read(value));
        }

        private static JsonNode read(String value) {
            try {
                return Json.TOLERANT.readTree(value.isEmpty() ? "\"\"" : value);
            } catch (JsonProcessingException e) {
                return TextNode.valueOf(value);
            }
        }
    }
}
