// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.activedefense.ingest.checkpoint.Checkpoint;
import io.activedefense.ingest.tail.LogFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Which devices lines were read of, as the checkpoint tells. */
final class EverRead {
    private EverRead() {}

    static Set<String> devices(Optional<Checkpoint> checkpoint) {
        return checkpoint.stream()
                .flatMap(last -> last.files().stream())
                .filter(file -> file.offset() > 0)
                .map(file -> new LogFile(file.identity(), Path.of(file.log())).device())
                .collect(toUnmodifiableSet());
    }
}
