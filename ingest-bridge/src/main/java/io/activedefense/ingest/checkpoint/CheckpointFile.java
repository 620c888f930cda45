// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.checkpoint;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.activedefense.contracts.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoint on disk. A crash at any moment leaves the last one or the one before: it is written beside, forced to
 * disk, and put in place by a rename.
 */
public final class CheckpointFile {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);

    private final Path directory;
    private final Path file;
    private final Path beside;
    private @Nullable Checkpoint written;

    public CheckpointFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve("checkpoint.json");
        this.beside = directory.resolve("checkpoint.json.new");
    }

    /**
     * The last checkpoint, empty if there is none that can be read.
     *
     * @throws NewerCheckpointException if a newer version of the product wrote it
     * @throws IOException if there may be one, but the disk doesn't give it out
     */
    public Optional<Checkpoint> read() throws IOException {
        // A whole one beside was forced to disk, but not renamed: it is the newer.
        var leftOver = readIfWhole(beside);
        if (leftOver.isPresent()) {
            putInPlace();
            return leftOver;
        }
        var last = readIfWhole(file);
        if (last.isEmpty() && Files.exists(file)) {
            Path damaged = directory.resolve("checkpoint.json.damaged");
            Files.move(file, damaged, ATOMIC_MOVE);
            LOG.error(
                    "The checkpoint can't be read: every log file is read again from its beginning. kept={}", damaged);
        }
        return last;
    }

    /** Puts the checkpoint on disk and returns true, unless it is there already. */
    public boolean write(Checkpoint checkpoint) throws IOException {
        if (checkpoint.equals(written)) {
            return false;
        }
        writeBeside(Json.TOLERANT.writeValueAsBytes(checkpoint));
        putInPlace();
        written = checkpoint;
        return true;
    }

    private static Optional<Checkpoint> readIfWhole(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(path);
        try {
            JsonNode document = Json.TOLERANT.readTree(bytes);
            int version = document.path("version").asInt();
            if (version > Checkpoint.VERSION) {
                throw new NewerCheckpointException(path, version);
            }
            return Optional.ofNullable(Json.TOLERANT.treeToValue(upgraded(document, version), Checkpoint.class));
        } catch (JsonProcessingException e) {
            LOG.warn("Not a whole checkpoint. file={} because={}", path, e.getOriginalMessage());
            return Optional.empty();
        }
    }

    /** The first layout knew no folders, and named logs without theirs. */
    private static JsonNode upgraded(JsonNode document, int version) {
        if (version == 1 && document instanceof ObjectNode first) {
            first.put("version", Checkpoint.VERSION).putArray("folders");
        }
        return document;
    }

    /** When the checkpoint that is on disk was written, by the disk's clock. */
    public Optional<Instant> writtenAt() throws IOException {
        return Files.exists(file) ? Optional.of(Files.getLastModifiedTime(file).toInstant()) : Optional.empty();
    }

    private void writeBeside(byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(beside, CREATE, WRITE, TRUNCATE_EXISTING)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The rename itself is safe only when the directory is on disk. */
    private void putInPlace() throws IOException {
        Files.move(beside, file, ATOMIC_MOVE);
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }
}
