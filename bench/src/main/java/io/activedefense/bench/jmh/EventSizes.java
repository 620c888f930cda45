// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;

/**
 * Bytes an event, mean over the benchmark's traffic.
 *
 * @param line as the firewall wrote it
 * @param layout in the fixed layout
 * @param json as JSON
 * @param layoutPacked in the fixed layout, in a batch that is compressed as a whole
 * @param jsonPacked as JSON, in such a batch
 */
record EventSizes(double line, double layout, double json, double layoutPacked, double jsonPacked) {
    static EventSizes measure() throws IOException {
        var lines = new ByteArrayOutputStream();
        for (byte[] text : Traffic.texts()) {
            lines.write(text);
        }
        var layout = new ByteArrayOutputStream();
        var json = new ByteArrayOutputStream();
        for (FirewallEvent event : Traffic.events()) {
            layout.write(event.bytes());
            json.write(Json.TOLERANT.writeValueAsBytes(JsonEvent.of(event)));
        }
        return new EventSizes(
                each(lines.size()),
                each(layout.size()),
                each(json.size()),
                each(packed(layout.toByteArray())),
                each(packed(json.toByteArray())));
    }

    @Override
    public String toString() {
        return "Bytes an event: line %.0f, layout %.0f, JSON %.0f; in a compressed batch: layout %.0f, JSON %.0f"
                .formatted(line, layout, json, layoutPacked, jsonPacked);
    }

    private static double each(int bytes) {
        return (double) bytes / Traffic.LINES;
    }

    private static int packed(byte[] batch) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(batch);
            deflater.finish();
            return deflater.deflate(new byte[batch.length + 1_024]);
        }
    }
}
