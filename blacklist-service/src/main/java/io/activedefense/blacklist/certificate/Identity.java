// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A private key, and the certificates that say whose it is.
 *
 * @param key fits the first certificate; it is never printed
 * @param chain the first is the server's or authority's own, each further one has signed the one before it
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    private static final byte[] PROBE = {1, 2, 3, 4};

    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity without a certificate");
        }
    }

    /**
     * A key and certificates of which it is not known yet whether they belong together.
     *
     * @throws InvalidKeyException if they don't
     */
    static Identity fitting(PrivateKey key, List<X509Certificate> chain) throws GeneralSecurityException {
        var identity = new Identity(key, chain);
        if (!fits(key, identity.certificate().getPublicKey())) {
            throw new InvalidKeyException("the key does not fit the certificate");
        }
        return identity;
    }

    /** The server's or authority's own. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public Instant endsAt() {
        return certificate().getNotAfter().toInstant();
    }

    @Override
    public String toString() {
        return "Identity[" + certificate().getSubjectX500Principal() + ", ends " + endsAt() + "]";
    }

    private static boolean fits(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> throw new InvalidKeyException("the key is neither RSA nor EC");
                });
        signature.initSign(key);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
