// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicsReferenceTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "BlacklistDashboard.java");
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "topics.md");

    @Test
    void theReferenceSaysWhatTheCodeSays() throws IOException {
        String reference = new TopicsReference(Files.readString(EXAMPLE)).text();
        if (Boolean.getBoolean("reference.write")) {
            Files.createDirectories(REFERENCE.getParent());
            Files.writeString(REFERENCE, reference);
        }
        assertThat(REFERENCE)
                .as("out of date; write it anew with: mvn -pl contracts test"
                        + " -Dtest=TopicsReferenceTest -Dreference.write=true")
                .hasContent(reference);
    }
}
