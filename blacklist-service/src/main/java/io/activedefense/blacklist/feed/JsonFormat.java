// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.contracts.json.Json;
import java.util.List;

/** One object: {@code {"lines": [{"address", "reasons", "origin", "since", "entries"}]}}. */
final class JsonFormat implements ListFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String extension() {
        return "json";
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public byte[] write(List<Line> lines) {
        try {
            return Json.TOLERANT.writeValueAsBytes(new Document(lines));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list can't be written as JSON", e);
        }
    }

    private record Document(List<Line> lines) {}
}
