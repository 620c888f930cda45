// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.activedefense.contracts.kafka.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every JSON record, as it crosses a process border: by its topic's serde, and by its schema. */
class RecordsTest {
    static List<Sample> samples() {
        return Sample.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void comesBackAsItWasWritten(Sample sample) {
        for (Object value : List.of(sample.whole(), sample.least())) {
            assertThat(read(sample.topic(), write(sample.topic(), value))).isEqualTo(value);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void satisfiesItsSchema(Sample sample) throws JsonProcessingException {
        assertThat(violations(sample, Json.TOLERANT.writeValueAsString(sample.whole())))
                .isEmpty();
        assertThat(violations(sample, Json.TOLERANT.writeValueAsString(sample.least())))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void theSchemaKnowsEveryFieldAndWhichCanBeAbsent(Sample sample) {
        JsonNode schema = schema(sample).getSchemaNode();
        assertThat(names(schema.path("properties"))).isEqualTo(names(tree(sample.whole())));

        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        Set<String> always = sample.allDefaults() ? Set.of() : names(tree(sample.least()));
        assertThat(required).isEqualTo(always);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void withoutARequiredFieldTheSchemaRefusesIt(Sample sample) {
        for (JsonNode required : schema(sample).getSchemaNode().path("required")) {
            ObjectNode json = tree(sample.whole());
            json.remove(required.asText());
            assertThat(violations(sample, json.toString()))
                    .as(required.asText())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void withoutAnObjectItNeedsTheReaderRefusesIt(Sample sample) {
        ObjectNode whole = tree(sample.whole());
        for (String name : sample.needed()) {
            ObjectNode json = whole.deepCopy();
            assertThat(json.remove(name)).as(name).isNotNull();
            assertThatExceptionOfType(SerializationException.class)
                    .as(name)
                    .isThrownBy(() -> read(sample.topic(), bytes(json)))
                    .withMessageContaining(sample.topic().name());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aFieldOfANewerWriterIsPassedOverOnTopicsAndRefusedFromPeople(Sample sample) {
        ObjectNode json = tree(sample.whole());
        json.put("addedLater", "x");

        assertThat(read(sample.topic(), bytes(json))).isEqualTo(sample.whole());
        assertThat(violations(sample, json.toString())).isEmpty();
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(() ->
                        Json.STRICT.readValue(json.toString(), sample.whole().getClass()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void aTombstoneStaysOne(Sample sample) {
        assertThat(write(sample.topic(), null)).isNull();
        assertThat(read(sample.topic(), null)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void bytesThatAreNoJsonAreRefusedByTheTopicsName(Sample sample) {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> read(sample.topic(), new byte[] {1, 2, 3}))
                .withMessageContaining(sample.topic().name());
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // Kafka means a tombstone by null
    private static byte[] write(Topic<?, ?> topic, @Nullable Object value) {
        return ((Topic<?, Object>) topic).valueSerde().serializer().serialize(topic.name(), value);
    }

    @SuppressWarnings("NullAway") // as above
    private static Object read(Topic<?, ?> topic, byte @Nullable [] bytes) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
    }

    private static ObjectNode tree(Object value) {
        return Json.TOLERANT.valueToTree(value);
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return Json.TOLERANT.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<ValidationMessage> violations(Sample sample, String json) {
        return schema(sample)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private static JsonSchema schema(Sample sample) {
        String resource = "/schemas/" + sample.schema() + ".schema.json";
        try (InputStream text = Objects.requireNonNull(RecordsTest.class.getResourceAsStream(resource), resource)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            text,
                            InputFormat.JSON,
                            SchemaValidatorsConfig.builder().build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
