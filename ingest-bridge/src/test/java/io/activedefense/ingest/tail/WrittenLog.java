// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A device's log as it is written and rotated. Lines are numbered, so that their order shows. */
final class WrittenLog {
    private final String device;
    private final boolean dated;
    private final Path path;
    private final List<String> finished = new ArrayList<>();
    private String half = "";
    private Path halfIn;
    private int rotations;

    /**
     * @param dated whether a rotated file gets a date, as by logrotate's {@code dateext}, or is the first of numbered ones
     */
    WrittenLog(Path folder, String device, boolean dated) {
        this.device = device;
        this.dated = dated;
        this.path = folder.resolve(device + ".log");
        this.halfIn = path;
    }

    String device() {
        return device;
    }

    /** Every line with its line feed. */
    List<String> finished() {
        return finished;
    }

    boolean exists() {
        return Files.exists(path);
    }

    void appendLines(int count) throws IOException {
        finishHalf();
        for (int i = 0; i < count; i++) {
            write(path, next() + "\n");
            finished.add(next());
        }
    }

    void appendHalf(int length) throws IOException {
        finishHalf();
        half = next().substring(0, Math.min(length, next().length()));
        halfIn = path;
        write(path, half);
    }

    private void finishHalf() throws IOException {
        if (!half.isEmpty()) {
            write(halfIn, next().substring(half.length()) + "\n");
            finished.add(next());
            half = "";
        }
    }

    /** Of very different lengths, so that a cut file's next life is shorter or longer. */
    private String next() {
        int number = finished.size();
        return "%s %06d ".formatted(device, number) + "x".repeat(number * 37 % 300);
    }

    /** Without a successor until the next line. What is half written will be finished in the old file. */
    void rename() throws IOException {
        if (exists()) {
            Path rotated = makeRoom();
            Files.move(path, rotated);
            halfIn = halfIn.equals(path) ? rotated : halfIn;
        }
    }

    /** What is half written is in the copy for ever. */
    void copyAndTruncate() throws IOException {
        if (exists()) {
            Files.copy(path, makeRoom());
            truncate();
        }
    }

    private Path makeRoom() throws IOException {
        rotations++;
        if (dated) {
            return rotated("-202611" + "%02d".formatted(rotations));
        }
        for (int older = rotations - 1; older > 0; older--) {
            if (Files.exists(rotated("." + older))) {
                Files.move(rotated("." + older), rotated("." + (older + 1)));
                halfIn = halfIn.equals(rotated("." + older)) ? rotated("." + (older + 1)) : halfIn;
            }
        }
        return rotated(".1");
    }

    private Path rotated(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    void truncate() throws IOException {
        if (exists()) {
            Files.write(path, new byte[0]);
            forgetHalf();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
        forgetHalf();
    }

    private void forgetHalf() {
        half = halfIn.equals(path) ? "" : half;
    }

    private static void write(Path path, String text) throws IOException {
        Files.write(path, text.getBytes(UTF_8), CREATE, APPEND);
    }
}
