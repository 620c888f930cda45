// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference has a copy of the description of our API, and the page's types are made from that: it is built before us. */
class PageApiTest {
    /** On the class path of the tests another one, of the tests' own classes, stands before it. */
    private static final Path DESCRIPTION = Path.of("target", "classes", "META-INF", "swagger", "active-defense.yml");

    private static final Path COPY = Path.of("..", "docs", "reference", "openapi.yml");

    @Test
    void thePageIsBuiltForTheApiThatIsServed() {
        assertThat(COPY)
                .as("changed with the API? In admin-ui: node types.mjs ../blacklist-service/%s", DESCRIPTION)
                .hasSameTextualContentAs(DESCRIPTION);
    }
}
