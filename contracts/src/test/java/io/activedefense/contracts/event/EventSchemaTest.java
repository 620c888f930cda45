// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written schema against the code: what a reader in another language would rely on. */
class EventSchemaTest {
    @Test
    void listsEveryCodeInItsPlace() throws IOException {
        assertThat(schema())
                .contains(codes("log type", LogType.values()))
                .contains(codes("severity", Severity.values()))
                .contains(codes("action", Action.values()))
                .contains(codes("subtype", Subtype.values()))
                .contains(codes("time's origin", TimeOrigin.values()));
    }

    @Test
    void listsEveryText() throws IOException {
        for (EventText text : EventText.values()) {
            assertThat(schema()).contains("\n| " + text.tag() + " | " + text.name() + " |\n");
        }
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        EventLayout.FLAGS + ", u8, flags",
        EventLayout.LOG_TYPE + ", u8, log type",
        EventLayout.SEVERITY + ", u8, severity",
        EventLayout.ACTION + ", u8, action",
        EventLayout.SUBTYPE + ", u8, subtype",
        EventLayout.SOURCE_PORT + ", u16, source port",
        EventLayout.DESTINATION_PORT + ", u16, destination port",
        EventLayout.EVENT_TIME + ", i64, event time",
        EventLayout.ARRIVAL + ", i64, arrival",
        EventLayout.FILE_DEVICE + ", u64, the file's device number",
        EventLayout.FILE_INODE + ", u64, the file's inode",
        EventLayout.FILE_GENERATION + ", i32, the file's generation",
        EventLayout.LINE_OFFSET + ", u64, offset of the line",
        EventLayout.LINE_LENGTH + ", u32, length of the line",
        EventLayout.ADDRESSES + ", 4 or 16 bytes, source address",
    })
    void tellsWhereAFieldStands(int offset, String type, String field) throws IOException {
        assertThat(schema()).contains("\n| " + offset + " | " + type + " | " + field);
    }

    private static String codes(String field, Enum<?>[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(code -> code + " " + values[code].name())
                .collect(Collectors.joining(", ", "\n| " + field + " | ", " |\n"));
    }

    private static String schema() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                EventSchemaTest.class.getResourceAsStream("/schemas/firewall-event.md"), "the schema's file")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
