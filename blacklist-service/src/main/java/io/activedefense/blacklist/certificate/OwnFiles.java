// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * The operator's own certificate and key. What he puts there later is taken up; what can't be used he is told of.
 *
 * @param certificate its chain, the server's own first, as PEM
 * @param key without a passphrase, as PEM; may be the same file
 */
public record OwnFiles(Path certificate, Path key) implements CertificateSource {
    @Override
    public Offer offer(Instant now) {
        try {
            return Offer.of(Pem.identity(text(key), text(certificate)));
        } catch (IOException e) {
            return refused("can't be read: " + e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return refused("can't be used: " + e.getMessage());
        }
    }

    @Override
    public Optional<X509Certificate> authority() {
        return Optional.empty();
    }

    private Offer refused(String why) {
        return Offer.nothing("certificate " + certificate + " with key " + key + " " + why);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, ISO_8859_1);
    }
}
