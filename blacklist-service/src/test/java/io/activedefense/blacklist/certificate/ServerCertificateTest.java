// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import static io.activedefense.blacklist.certificate.Certificates.NOON;
import static io.activedefense.blacklist.certificate.Certificates.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.blacklist.testing.SettableClock;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's own certificate, while he changes it under a running server. */
class ServerCertificateTest {
    private final SettableClock clock = new SettableClock(NOON);
    private final List<Identity> served = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path certificateFile;
    private Path keyFile;
    private Identity first;

    @BeforeEach
    void put() throws Exception {
        certificateFile = folder.resolve("tls.crt");
        keyFile = folder.resolve("tls.key");
        first = issued(NOON);
        put(first);
    }

    @Test
    void aNewCertificateIsTakenUp() throws Exception {
        ServerCertificate certificate = started();
        certificate.step();
        assertThat(served).as("nothing has changed").containsExactly(first);

        Identity second = issued(NOON.plusSeconds(60));
        put(second);
        certificate.step();

        assertThat(served).containsExactly(first, second);
        assertThat(certificate.inService()).isEqualTo(second);
        assertThat(certificate.trouble()).isEmpty();
    }

    @Test
    void certificateAndKeyMayStandInOneFile() throws Exception {
        Files.writeString(certificateFile, Pem.of(first));

        assertThat(ServerCertificate.of(new OwnFiles(certificateFile, certificateFile), clock)
                        .inService())
                .isEqualTo(first);
    }

    @Test
    void aTornKeyIsToldAndTheLastGoodOneStays() throws Exception {
        ServerCertificate certificate = started();
        String whole = Files.readString(keyFile);
        Files.writeString(keyFile, whole.substring(0, whole.length() / 2));
        certificate.step();

        assertThat(certificate.inService()).isEqualTo(first);
        assertThat(certificate.trouble().orElseThrow()).contains("tls.key", "can't be used: it is damaged");

        Files.writeString(keyFile, whole);
        certificate.step();
        assertThat(certificate.trouble()).isEmpty();
        assertThat(served).containsExactly(first);
    }

    @Test
    void aKeyOfAnotherCertificateIsToldAndTheLastGoodOneStays() throws Exception {
        ServerCertificate certificate = started();
        Files.writeString(certificateFile, Pem.of(issued(NOON.plusSeconds(60)).chain()));
        certificate.step();

        assertThat(certificate.inService()).isEqualTo(first);
        assertThat(certificate.trouble().orElseThrow()).contains("the key does not fit the certificate");
    }

    @Test
    void aFileThatIsGoneIsToldAndTheLastGoodOneStays() throws Exception {
        ServerCertificate certificate = started();
        Files.delete(certificateFile);
        certificate.step();

        assertThat(certificate.inService()).isEqualTo(first);
        assertThat(certificate.trouble().orElseThrow()).contains("can't be read: NoSuchFileException");
    }

    @Test
    void oneThatHasEndedIsNotTakenForOneThatHasNot() throws Exception {
        ServerCertificate certificate = started();
        put(issued(NOON.minus(Duration.ofDays(200))));
        certificate.step();

        assertThat(certificate.inService()).isEqualTo(first);
        assertThat(certificate.trouble().orElseThrow()).contains("ended on 2026-11-03T12:00:00Z is not taken");
    }

    @Test
    void withoutAWholeOneThereIsNoStart() throws Exception {
        Files.writeString(certificateFile, "");

        assertThatThrownBy(this::started)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it holds no PEM certificate");
    }

    @Test
    void keysOfEveryUsualFormAreRead() throws Exception {
        KeyPair rsa = new KeyPair(first.certificate().getPublicKey(), first.key());
        Files.writeString(keyFile, pem(rsa));
        assertThat(Files.readString(keyFile)).startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(started().inService()).isEqualTo(first);

        KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
        curves.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair curve = curves.generateKeyPair();
        put(new Identity(
                curve.getPrivate(), Certificates.AUTHORITY.certify(curve.getPublic(), Certificates.NAMES, NOON)));
        assertThat(started().inService().key().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void anEncryptedKeyIsRefusedInWords() throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            var encryptor = new JcePEMEncryptorBuilder("AES-128-CBC").setProvider(new BouncyCastleProvider());
            writer.writeObject(first.key(), encryptor.build("secret".toCharArray()));
        }
        Files.writeString(keyFile, text.toString());

        assertThatThrownBy(this::started).hasMessageContaining("its key is encrypted; it must be without a passphrase");
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertThat(first.toString()).contains("siem.example").hasSizeLessThan(120);
    }

    private ServerCertificate started() throws Exception {
        var certificate = ServerCertificate.of(new OwnFiles(certificateFile, keyFile), clock);
        certificate.serveBy(served::add);
        return certificate;
    }

    private void put(Identity identity) throws Exception {
        Files.writeString(keyFile, Pem.of(identity));
        Files.writeString(certificateFile, Pem.of(identity.chain()));
    }

    private static String pem(KeyPair keys) throws Exception {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(keys.getPrivate());
        }
        return text.toString();
    }
}
