// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A log file, plain or compressed with gzip.
 *
 * @param path of the file
 * @param storedBytes its size
 * @param writtenAtMillis when it was last written
 */
record LogFile(Path path, long storedBytes, long writtenAtMillis) implements LogSource {
    /** {@code HOST.log}, and what rotation makes of it. */
    private static final Pattern OF_DEVICE = Pattern.compile("(.+?)\\.log([.-].*)?", Pattern.DOTALL);

    private static final int CHUNK = 1 << 16;

    /** The file at this path, as it is now. */
    static LogFile at(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new FileSystemException(path.toString(), null, "no such file");
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "it is a folder; name the files in it");
        }
        if (!Files.isReadable(path)) {
            throw new FileSystemException(path.toString(), null, "permission denied");
        }
        return new LogFile(
                path, Files.size(path), Files.getLastModifiedTime(path).toMillis());
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public String device() {
        Matcher name = OF_DEVICE.matcher(path.getFileName() + "");
        return name.matches() ? name.group(1) : path.getFileName() + "";
    }

    @Override
    public InputStream openStored() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public InputStream linesOf(InputStream stored) throws IOException {
        return path.toString().endsWith(".gz") ? new GZIPInputStream(stored, CHUNK) : stored;
    }
}
