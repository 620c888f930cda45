// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The copy of a list on disk, from which it is served at the next start. Replaced as a whole, so that a crash leaves
 * the one before or the new one. Its first line is {@code active-defense-edl 1 HASH MODIFIED ENTRIES}, the list
 * follows; the hash covers everything behind it, so that a damaged file is never served. Where something is to be known
 * of the list before the database answers, that stands in the first line too, in Base64, and the format is 2.
 */
public final class SnapshotFile {
    private static final String KIND = "active-defense-edl";
    private static final String BARE = "1";
    private static final String WITH_ABOUT = "2";
    private static final String ENDING = ".edl";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;
    private final Path file;
    private final Path next;

    /**
     * A list's copy.
     *
     * @param folder is made where it is missing
     * @param list name of the list
     */
    public SnapshotFile(Path folder, String list) {
        this.folder = folder;
        this.file = folder.resolve(list + ENDING);
        this.next = folder.resolve(list + ENDING + ".next");
    }

    /** The names of the lists that have a copy in the folder. */
    static List<String> listsIn(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** What was found on disk. */
    sealed interface Found {
        /**
         * The list as it was written.
         *
         * @param about what was written with it; empty: nothing
         */
        record Intact(EdlSnapshot snapshot, String about) implements Found {}

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
        if (head.length < 5 || !head[0].equals(KIND)) {
            return new Found.Unusable("not a kept list");
        }
        if (!head[1].equals(head.length == 5 ? BARE : WITH_ABOUT) || head.length > 6) {
            return new Found.Unusable("written in format " + head[1] + ", this version reads 1 and 2");
        }
        byte[] text = Arrays.copyOfRange(content, headEnd + 1, content.length);
        String told = String.join(" ", Arrays.asList(head).subList(3, head.length));
        if (!head[2].equals(hash(told, text))) {
            return new Found.Unusable("its checksum is wrong");
        }
        try {
            var snapshot = new EdlSnapshot(text, Integer.parseInt(head[4]), Instant.parse(head[3]));
            return new Found.Intact(snapshot, head.length == 5 ? "" : decoded(head[5]));
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Found.Unusable("its first line is unreadable");
        }
    }

    /**
     * Keeps a list.
     *
     * @param about what has to be known of it when it is read; empty: nothing
     */
    void write(EdlSnapshot snapshot, String about) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(next);
        try (FileChannel channel = FileChannel.open(next, Set.of(CREATE_NEW, WRITE), OWNER_ONLY)) {
            writeWhole(channel, ByteBuffer.wrap(head(snapshot, about)));
            writeWhole(channel, ByteBuffer.wrap(snapshot.plain().bytes()));
            channel.force(true);
        }
        Files.move(next, file, ATOMIC_MOVE);
        forceFolder();
    }

    /** Forgets the copy: a list is given up, or one that could not be written is never followed by the one before it. */
    void remove() throws IOException {
        if (Files.deleteIfExists(file)) {
            forceFolder();
        }
    }

    private static byte[] head(EdlSnapshot snapshot, String about) {
        String told = snapshot.modified() + " " + snapshot.entries() + (about.isEmpty() ? "" : " " + encoded(about));
        String hash = hash(told, snapshot.plain().bytes());
        String format = about.isEmpty() ? BARE : WITH_ABOUT;
        return (String.join(" ", KIND, format, hash, told) + "\n").getBytes(US_ASCII);
    }

    private static String hash(String told, byte[] text) {
        return EdlSnapshot.hash((told + "\n").getBytes(US_ASCII), text);
    }

    private static String encoded(String about) {
        return Base64.getEncoder().encodeToString(about.getBytes(UTF_8));
    }

    private static String decoded(String about) {
        return new String(Base64.getDecoder().decode(about), UTF_8);
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
