// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import io.activedefense.ingest.tail.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** When a file was written last, as its folder tells. */
final class LastWritten implements Function<LogFile, Optional<Instant>> {
    @Override
    public Optional<Instant> apply(LogFile file) {
        try {
            var at = Files.getLastModifiedTime(file.path(), LinkOption.NOFOLLOW_LINKS);
            return Optional.of(at.toInstant());
        } catch (IOException e) {
            return Optional.empty(); // it has gone meanwhile, or can't be asked
        }
    }
}
