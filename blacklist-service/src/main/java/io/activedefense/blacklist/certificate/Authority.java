// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Our own certificate authority: what firewalls and browsers trust once, so that the server's certificate can be renewed
 * without anybody's help.
 *
 * @param identity its key and certificate
 */
record Authority(Identity identity) {
    static final Duration LIFE = Duration.ofDays(3_653);
    static final Duration LIFE_OF_SERVER = Duration.ofDays(180);

    /** RSA is what every firewall of the last fifteen years can verify; the longer key has to last ten more. */
    private static final String KEYS = "RSA";

    private static final int BITS = 3_072;
    private static final int BITS_OF_SERVER = 2_048;
    private static final String SIGNATURE = "SHA256withRSA";

    /** For those whose clock is behind. */
    private static final Duration HEAD_START = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final int NAME_BYTES = 4;
    private static final int LONGEST_NAME = 64;

    /** A new one, under a name that no other has. */
    static Authority create(Instant now) throws GeneralSecurityException {
        var random = new byte[NAME_BYTES];
        new SecureRandom().nextBytes(random);
        KeyPair keys = keys(BITS);
        var name = named("Active Defense CA " + HexFormat.of().formatHex(random));
        var wish = new Wish(name, keys.getPublic(), now, now.plus(LIFE));
        return new Authority(new Identity(keys.getPrivate(), List.of(signed(wish, name, keys, (builder, extensions) -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }))));
    }

    /** A certificate for a server with a new key. It ends with the authority at the latest. */
    Identity issue(ServerNames names, Instant now) throws GeneralSecurityException {
        KeyPair keys = keys(BITS_OF_SERVER);
        return new Identity(keys.getPrivate(), certify(keys.getPublic(), names, now));
    }

    /** The certificate for a server's key, and the authority's own behind it. */
    List<X509Certificate> certify(PublicKey key, ServerNames names, Instant now) throws GeneralSecurityException {
        var wish = new Wish(named(names.first()), key, now, endOfNext(now));
        X509Certificate issuer = identity.certificate();
        var issuing = new KeyPair(issuer.getPublicKey(), identity.key());
        X509Certificate issued = signed(wish, issuer.getSubjectX500Principal(), issuing, (builder, extensions) -> {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.subjectAlternativeName, false, names.inCertificate());
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuer.getPublicKey()));
        });
        return List.of(issued, issuer);
    }

    /** SHA-256, as browsers and firewalls show it. */
    String fingerprint() throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(identity.certificate().getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }

    /** When a certificate ends that is issued now. */
    Instant endOfNext(Instant now) {
        Instant ends = now.plus(LIFE_OF_SERVER);
        return ends.isBefore(identity.endsAt()) ? ends : identity.endsAt();
    }

    /** Whether it has signed the certificate. */
    boolean hasIssued(X509Certificate certificate) {
        try {
            certificate.verify(identity.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private record Wish(X500Principal name, PublicKey key, Instant from, Instant ends) {}

    private interface Purpose {
        void into(JcaX509v3CertificateBuilder builder, JcaX509ExtensionUtils extensions) throws CertIOException;
    }

    private static X509Certificate signed(Wish wish, X500Principal issuer, KeyPair issuing, Purpose purpose)
            throws GeneralSecurityException {
        var extensions = new JcaX509ExtensionUtils();
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
                Date.from(wish.from().minus(HEAD_START)),
                Date.from(wish.ends()),
                wish.name(),
                wish.key());
        try {
            purpose.into(builder, extensions);
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(wish.key()));
            var signer = new JcaContentSignerBuilder(SIGNATURE).build(issuing.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("a certificate can't be signed", e);
        }
    }

    private static X500Principal named(String name) {
        String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return new X500Principal("CN=" + cut + ", O=Active Defense");
    }

    private static KeyPair keys(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(KEYS);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
