// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The disk that the list and what else must survive a restart is kept on. */
public final class DiskTroubles implements Troubles {
    private static final long GIB = 1L << 30;
    private static final long LEAST = 5 * GIB;
    private static final int LEAST_PERCENT = 10;

    private final Disk disk;

    /** A disk. */
    @FunctionalInterface
    public interface Disk {
        Space space() throws IOException;
    }

    /** In bytes. */
    public record Space(long free, long all) {
        /** A small disk may be full to nine tenths, a large one to its last gibibytes. */
        boolean isShort() {
            return free < Math.min(LEAST, all / 100 * LEAST_PERCENT);
        }
    }

    public DiskTroubles(Disk disk) {
        this.disk = disk;
    }

    /** The disk that a folder is on. */
    public static Disk of(Path folder) {
        return () -> {
            FileStore store = Files.getFileStore(folder);
            return new Space(store.getUsableSpace(), store.getTotalSpace());
        };
    }

    @Override
    public String source() {
        return "disk";
    }

    @Override
    public List<Trouble> found() {
        try {
            Space space = disk.space();
            return space.isShort() ? List.of(trouble(space)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("how full the disk is can't be asked", e);
        }
    }

    private static Trouble trouble(Space space) {
        return new Trouble(
                AlarmKind.DISK_LOW.id(),
                "state directory",
                "Less than " + (space.free() / GIB + 1) + " GiB of " + space.all() / GIB + " GiB are free.",
                "Make room on the disk of the service's state directory. When it is full the list is served as it was,"
                        + " and not as it is, after a restart.");
    }
}
