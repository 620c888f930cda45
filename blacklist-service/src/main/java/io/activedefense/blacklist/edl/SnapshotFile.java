// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The copy of the list on disk, from which it is served at the next start. Replaced as a whole, so that a crash leaves
 * the one before or the new one. Its first line is {@code active-defense-edl 1 HASH MODIFIED ENTRIES}, the list
 * follows; the hash covers everything behind it, so that a damaged file is never served.
 */
public final class SnapshotFile {
    private static final String KIND = "active-defense-edl";
    private static final String FORMAT = "1";

    private final Path folder;
    private final Path file;

    public SnapshotFile(Path stateDirectory) {
        this.folder = stateDirectory;
        this.file = folder.resolve("blacklist.edl");
    }

    /** What was found on disk. */
    sealed interface Found {
        record Intact(EdlSnapshot snapshot) implements Found {}

        record Nothing() implements Found {}

        record Unusable(String why) implements Found {}
    }

    Found read() throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Found.Nothing();
        }
        int headEnd = indexOfLineEnd(content);
        return headEnd < 0 ? new Found.Unusable("no first line") : read(content, headEnd);
    }

    private static Found read(byte[] content, int headEnd) {
        String[] head = new String(content, 0, headEnd, US_ASCII).split(" ", -1);
        if (head.length != 5 || !head[0].equals(KIND)) {
            return new Found.Unusable("not a kept list");
        }
        if (!head[1].equals(FORMAT)) {
            return new Found.Unusable("written in format " + head[1] + ", this version reads " + FORMAT);
        }
        byte[] text = Arrays.copyOfRange(content, headEnd + 1, content.length);
        if (!head[2].equals(hash(head[3], head[4], text))) {
            return new Found.Unusable("its checksum is wrong");
        }
        try {
            return new Found.Intact(new EdlSnapshot(text, Integer.parseInt(head[4]), Instant.parse(head[3])));
        } catch (NumberFormatException | DateTimeException e) {
            return new Found.Unusable("its first line is unreadable");
        }
    }

    void write(EdlSnapshot snapshot) throws IOException {
        Files.createDirectories(folder);
        Path next = folder.resolve("blacklist.edl.next");
        try (FileChannel channel = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
            writeWhole(channel, ByteBuffer.wrap(head(snapshot)));
            writeWhole(channel, ByteBuffer.wrap(snapshot.plain().bytes()));
            channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE);
        forceFolder();
    }

    /** Forgets the copy, so that a list that could not be written is never followed by the one before it. */
    void remove() throws IOException {
        if (Files.deleteIfExists(file)) {
            forceFolder();
        }
    }

    private static byte[] head(EdlSnapshot snapshot) {
        String modified = snapshot.modified().toString();
        String entries = Integer.toString(snapshot.entries());
        String hash = hash(modified, entries, snapshot.plain().bytes());
        return (String.join(" ", KIND, FORMAT, hash, modified, entries) + "\n").getBytes(US_ASCII);
    }

    private static String hash(String modified, String entries, byte[] text) {
        return EdlSnapshot.hash((modified + " " + entries + "\n").getBytes(US_ASCII), text);
    }

    private static int indexOfLineEnd(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static void writeWhole(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** The rename itself lies in the folder. */
    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}
