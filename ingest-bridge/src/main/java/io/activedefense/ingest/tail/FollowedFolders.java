// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a follower looks after.
 *
 * @param paths of the folders whose logs are followed, and nothing else
 * @param removeRotatedAfter for how long a rotated file stays when Kafka has all that it held; absent: for ever
 */
public record FollowedFolders(List<Path> paths, @Nullable Duration removeRotatedAfter) {
    public FollowedFolders {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("there is no folder to follow");
        }
    }

    public FollowedFolders(List<Path> paths) {
        this(paths, null);
    }
}
