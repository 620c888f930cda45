// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** Where the server's certificate comes from. */
public interface CertificateSource {
    /** What there is to serve; asked every few seconds, it tells the same again while nothing has changed. */
    Offer offer(Instant now) throws IOException, GeneralSecurityException;

    /** The certificate of our own authority, where it is ours that signed. */
    Optional<X509Certificate> authority();

    /**
     * What a source has.
     *
     * @param identity to be served; absent: nothing, or nothing that can be used
     * @param trouble that an operator has to look after
     */
    record Offer(Optional<Identity> identity, Optional<String> trouble) {
        static Offer of(Identity identity) {
            return new Offer(Optional.of(identity), Optional.empty());
        }

        static Offer nothing(String trouble) {
            return new Offer(Optional.empty(), Optional.of(trouble));
        }
    }
}
