// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** Keys and certificates as PEM text, in the order that they stand there. */
final class Pem {
    private Pem() {}

    static String of(Identity identity) {
        return block("PRIVATE KEY", identity.key().getEncoded()) + of(identity.chain());
    }

    static String of(List<X509Certificate> certificates) {
        var text = new StringBuilder();
        certificates.forEach(certificate -> text.append(block("CERTIFICATE", encoded(certificate))));
        return text.toString();
    }

    /**
     * Reads a key and the certificates that belong to it.
     *
     * @throws GeneralSecurityException if the text holds none, or they don't fit: says what an operator can do about
     */
    static Identity identity(String key, String certificates) throws GeneralSecurityException {
        return Identity.fitting(key(key), certificates(certificates));
    }

    static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
        var converter = new JcaX509CertificateConverter();
        var certificates = new ArrayList<X509Certificate>();
        for (Object found : blocks(text)) {
            if (found instanceof X509CertificateHolder certificate) {
                certificates.add(converter.getCertificate(certificate));
            }
        }
        if (certificates.isEmpty()) {
            throw new CertificateException("it holds no PEM certificate");
        }
        return certificates;
    }

    private static PrivateKey key(String text) throws GeneralSecurityException {
        for (Object found : blocks(text)) {
            PrivateKeyInfo key = keyIn(found);
            if (key != null) {
                return converted(key);
            }
        }
        throw new InvalidKeyException("it holds no PEM private key");
    }

    private static @Nullable PrivateKeyInfo keyIn(Object found) throws InvalidKeyException {
        return switch (found) {
            case PrivateKeyInfo key -> key;
            case PEMKeyPair pair -> pair.getPrivateKeyInfo();
            case PKCS8EncryptedPrivateKeyInfo encrypted -> throw encrypted();
            case PEMEncryptedKeyPair encrypted -> throw encrypted();
            default -> null;
        };
    }

    private static InvalidKeyException encrypted() {
        return new InvalidKeyException("its key is encrypted; it must be without a passphrase");
    }

    private static PrivateKey converted(PrivateKeyInfo key) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance(algorithm(key)).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (IOException | InvalidKeySpecException e) {
            throw new InvalidKeyException("its key can't be read", e);
        }
    }

    private static String algorithm(PrivateKeyInfo key) throws InvalidKeyException {
        ASN1ObjectIdentifier algorithm = key.getPrivateKeyAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return "RSA";
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return "EC";
        }
        throw new InvalidKeyException("its key is neither RSA nor EC");
    }

    /** Damaged text shows itself in many ways to the parser. */
    private static List<Object> blocks(String text) throws CertificateException {
        var blocks = new ArrayList<>();
        try (var parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                blocks.add(block);
            }
        } catch (IOException | RuntimeException e) {
            throw new CertificateException("it is damaged: no whole PEM text", e);
        }
        return blocks;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that has no bytes", e);
        }
    }

    private static String block(String type, byte[] content) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
