// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * The folder that holds everything an installation remembers. One process at a time holds it; what another version of
 * the product or somebody else wrote is refused, untouched.
 */
public final class DataFolder implements AutoCloseable {
    private static final int VERSION = 1;
    private static final String VERSION_FILE = "version";
    private static final String LOCK_FILE = "lock";

    private final Path root;
    private final FileLock lock;

    private DataFolder(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens the folder, and creates it where it doesn't exist. */
    public static DataFolder open(Path path) {
        var root = path.toAbsolutePath().normalize();
        try {
            refuseWhatIsNotOurs(root);
            Files.createDirectories(root);
            var lock = FolderLock.take(root.resolve(LOCK_FILE), root);
            if (!Files.exists(root.resolve(VERSION_FILE))) {
                SafeFile.write(root.resolve(VERSION_FILE), VERSION + "\n");
            }
            return new DataFolder(root, lock);
        } catch (IOException e) {
            throw new CannotStartException("The data folder " + root + " can't be used: " + reason(e), e);
        }
    }

    public Path root() {
        return root;
    }

    /** What a server or an application keeps for itself; nobody else may read it. */
    public Path privateFolder(String name) {
        try {
            return SafeFile.createPrivateFolder(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the product writes about itself. */
    public Path ownLogs() {
        return privateFolder("logs-of-ours");
    }

    /** Where log files of firewalls are looked for when the system has no folder for them. */
    public Path firewallLogs() {
        return root.resolve("logs");
    }

    /** Where the operator finds the first password. */
    public Path initialAdminPassword() {
        return root.resolve("initial-admin-password");
    }

    /** The certificate of the authority that signs what HTTPS shows. */
    public Path authority() {
        return root.resolve("blacklist-service").resolve("certificates").resolve("ca.pem");
    }

    /** Removes the folder with all that is in it. */
    public void remove() throws IOException {
        close();
        Trees.delete(root);
    }

    @Override
    public void close() throws IOException {
        if (lock.acquiredBy().isOpen()) {
            lock.acquiredBy().close();
        }
    }

    private static void refuseWhatIsNotOurs(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        if (!Files.isDirectory(root)) {
            throw new CannotStartException("The data folder " + root + " is not a folder");
        }
        if (!Files.isWritable(root)) {
            throw new CannotStartException("The data folder " + root + " can't be written to");
        }
        if (Files.exists(root.resolve(VERSION_FILE))) {
            refuseNewer(root);
        } else if (!isEmpty(root)) {
            throw new CannotStartException("The folder " + root
                    + " holds something else: it is not empty and has no version file; name an empty or new folder");
        }
    }

    private static void refuseNewer(Path root) throws IOException {
        var text = Files.readString(root.resolve(VERSION_FILE)).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw new CannotStartException("The version file of the data folder " + root + " is not a number");
        }
        if (Integer.parseInt(text) > VERSION) {
            throw new CannotStartException("The data folder " + root + " is of data version " + text
                    + ", written by a newer Active Defense; this one reads up to " + VERSION);
        }
    }

    private static boolean isEmpty(Path root) throws IOException {
        try (var content = Files.list(root)) {
            return content.map(Path::getFileName).map(Path::toString).allMatch(Set.of(LOCK_FILE)::contains);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
