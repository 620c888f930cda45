// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.contracts.json.Json;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A feed's definition beside its kept list, so that who may read it is known before the database answers. */
final class FeedAbout {
    private static final Logger LOG = LoggerFactory.getLogger(FeedAbout.class);

    private FeedAbout() {}

    static String write(Feed feed) {
        try {
            return Json.TOLERANT.writeValueAsString(feed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("feed " + feed.name() + " can't be written as JSON", e);
        }
    }

    static Optional<Feed> read(String about) {
        try {
            return Optional.of(Json.TOLERANT.readValue(about, Feed.class));
        } catch (JsonProcessingException e) {
            LOG.warn("a kept definition can't be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
