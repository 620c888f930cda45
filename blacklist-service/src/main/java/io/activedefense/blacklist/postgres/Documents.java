// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.settings.SettingsDiff.Difference;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Evidence;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import java.util.List;

/** What stands in {@code jsonb} columns. */
final class Documents {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private Documents() {}

    static String write(Object value) {
        try {
            return Json.TOLERANT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of a " + value.getClass().getSimpleName(), e);
        }
    }

    static List<Evidence> evidence(String json) {
        try {
            return Json.TOLERANT.readValue(json, EVIDENCE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored evidence can't be read", e);
        }
    }

    static Detection detection(String json) {
        try {
            return Json.TOLERANT.readValue(json, Detection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored detection can't be read", e);
        }
    }

    static Feed feed(String json) {
        try {
            return Json.TOLERANT.readValue(json, Feed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored feed can't be read", e);
        }
    }

    static List<Difference> differences(String json) {
        try {
            return Json.TOLERANT.readValue(json, DIFFERENCES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored differences can't be read", e);
        }
    }

    static Notice notice(String json) {
        try {
            return Json.TOLERANT.readValue(json, Notice.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored notice can't be read", e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return Json.TOLERANT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document can't be read", e);
        }
    }

    static DefenseSettings settings(String json) {
        try {
            return Json.TOLERANT.readValue(json, DefenseSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored settings can't be read", e);
        }
    }
}
