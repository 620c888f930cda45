// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.database;

import io.activedefense.standalone.data.CannotStartException;
import io.activedefense.standalone.data.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from a jar into a folder, and how to run them. */
final class PostgresProgram {
    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    private final Path folder;
    private final List<String> prefix;

    private PostgresProgram(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    /** Unpacks where that was not done; another version's programs are removed. */
    static PostgresProgram unpackedIn(Path parent) throws IOException, InterruptedException {
        var archive = archive();
        var folder = parent.resolve("program-" + fingerprint(archive));
        if (!Files.exists(folder)) {
            removeOthers(parent);
            var unfinished = parent.resolve("program.new");
            Trees.delete(unfinished);
            unpack(archive, unfinished);
            Files.move(unfinished, folder);
        }
        return new PostgresProgram(folder, ForeignUser.prefix());
    }

    List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static URL archive() {
        var architecture = System.getProperty("os.arch");
        var name = ARCHIVES.get(architecture);
        var archive = name == null ? null : PostgresProgram.class.getResource(name);
        if (archive == null) {
            throw new CannotStartException("There is no embedded PostgreSQL for " + System.getProperty("os.name") + " "
                    + architecture + "; it exists for Linux on amd64 and aarch64");
        }
        return archive;
    }

    private static String fingerprint(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? Long.toHexString(jar.getJarEntry().getCrc())
                : "unpacked";
    }

    private static void removeOthers(Path parent) throws IOException {
        try (var others = Files.newDirectoryStream(parent, "program-*")) {
            for (Path other : others) {
                Trees.delete(other);
            }
        }
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            makeExecutable(file, entry);
        }
    }

    private static void makeExecutable(Path file, TarArchiveEntry entry) throws IOException {
        if ((entry.getMode() & 0100) != 0) {
            var permissions = new HashSet<>(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
