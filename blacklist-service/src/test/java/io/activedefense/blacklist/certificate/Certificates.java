// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** What tests of certificates begin with. Keys take time to make, so they share an authority. */
public final class Certificates {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Authority AUTHORITY = authority();
    static final ServerNames NAMES = names("localhost", "127.0.0.1", "::1", "siem.example");

    private Certificates() {}

    static ServerNames names(String... names) {
        return ServerNames.of("names", List.of(names));
    }

    static Identity issued(Instant at) throws GeneralSecurityException {
        return AUTHORITY.issue(NAMES, at);
    }

    /** What a client of the certificates below trusts. */
    public static byte[] trusted() {
        return Pem.of(AUTHORITY.identity().chain()).getBytes(ISO_8859_1);
    }

    /** A new key and its certificate, for localhost, in one file; it ends half a year later. */
    public static X509Certificate writeInto(Path file, Instant at) {
        try {
            Identity issued = issued(at);
            Files.writeString(file, Pem.of(issued));
            return issued.certificate();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same as a keystore of the kind PKCS12. */
    public static void writeInto(Path file, Instant at, String password) {
        try (var out = Files.newOutputStream(file)) {
            Identity issued = issued(at);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server",
                    issued.key(),
                    password.toCharArray(),
                    issued.chain().toArray(X509Certificate[]::new));
            store.store(out, password.toCharArray());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of an authority that has signed none of these. */
    public static void writeStrangerInto(Path file) {
        try {
            Files.writeString(file, Pem.of(authority().identity().chain()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Judges as a client that trusts only this one. */
    static void check(X509Certificate trusted, List<X509Certificate> chain) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("trusted", trusted);
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        var manager = (X509TrustManager) factory.getTrustManagers()[0];
        manager.checkServerTrusted(chain.toArray(X509Certificate[]::new), "ECDHE_RSA");
    }

    private static Authority authority() {
        try {
            return Authority.create(NOON);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
