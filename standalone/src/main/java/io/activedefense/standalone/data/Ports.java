// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.data;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * Loopback ports of our own servers: free when chosen, then remembered, so that clients find them again. Chosen below
 * the range from which the kernel serves outgoing connections, or one of those could take a port while its server
 * restarts.
 */
public final class Ports {
    public static final String FILE = "ports.properties";

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 31_999;
    private static final int TRIES = 1_000;

    private final Path file;
    private final Map<String, Integer> taken = new TreeMap<>();

    private Ports(Path file) {
        this.file = file;
    }

    public static Ports rememberedIn(Path file) throws IOException {
        var ports = new Ports(file);
        if (Files.exists(file)) {
            var lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            lines.stringPropertyNames()
                    .forEach(name -> ports.taken.put(name, Integer.valueOf(lines.getProperty(name))));
        }
        return ports;
    }

    /** The port that a name had; absent: it had none. */
    public static OptionalInt lookedUpIn(Path file, String name) throws IOException {
        Integer port = rememberedIn(file).taken.get(name);
        return port == null ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /** The port of this name: the remembered one while it is free, else another. */
    public synchronized int portFor(String name) throws IOException {
        var remembered = taken.get(name);
        if (remembered != null && isFree(remembered)) {
            return remembered;
        }
        int port = freePort();
        taken.put(name, port);
        SafeFile.write(file, taken.entrySet().stream().map(e -> e + "\n").collect(Collectors.joining()));
        return port;
    }

    private int freePort() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (!taken.containsValue(port) && isFree(port)) {
                return port;
            }
        }
        throw new CannotStartException("No port of 127.0.0.1 from " + LOWEST + " to " + HIGHEST + " is free");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
