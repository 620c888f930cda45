// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import static io.activedefense.blacklist.certificate.Certificates.NOON;
import static io.activedefense.blacklist.certificate.Certificates.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateTroublesTest {
    private static final Instant ENDS = NOON.plus(Duration.ofDays(180));

    private final SettableClock clock = new SettableClock(NOON);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} before the end")
    @CsvSource({
        "P29DT23H59M59S, It ends in less than 30 days",
        "P7D, It ends in less than 30 days",
        "P6DT23H59M59S, It ends in less than 7 days",
        "P1D, It ends in less than 7 days",
        "PT23H59M59S, It ends in less than 1 day",
        "PT0S, It ends in less than 1 day",
        "PT-1S, It has ended"
    })
    void oneAlarmGrowsWorse(Duration before, String words) throws Exception {
        CertificateTroubles troubles = troubles();
        clock.set(ENDS.minus(before));

        assertThat(troubles.found()).singleElement().satisfies(trouble -> {
            assertThat(trouble.key()).isEqualTo(new Trouble.Key("certificate-ends", "server"));
            assertThat(trouble.detail()).isEqualTo(words + ", on " + ENDS);
            assertThat(trouble.whatToDo()).startsWith("Put a new certificate and its key in place");
        });
    }

    @Test
    void untilThenThereIsNone() throws Exception {
        CertificateTroubles troubles = troubles();
        clock.set(ENDS.minus(Duration.ofDays(30)));

        assertThat(troubles.found()).isEmpty();
    }

    @Test
    void theAuthoritysEndIsToldBesideTheServers() throws Exception {
        CertificateTroubles troubles = troubles();
        clock.set(Certificates.AUTHORITY.identity().endsAt().minus(Duration.ofDays(5)));

        X509Certificate authority = Certificates.AUTHORITY.identity().certificate();
        assertThat(troubles.found())
                .extracting(Trouble::subject, Trouble::detail)
                .containsExactly(
                        tuple("server", "It has ended, on " + ENDS),
                        tuple(
                                authority.getSubjectX500Principal().getName(),
                                "It ends in less than 7 days, on "
                                        + authority.getNotAfter().toInstant()));
    }

    @Test
    void whatIsRefusedIsTold() throws Exception {
        ServerCertificate certificate = certificate();
        Files.writeString(folder.resolve("tls.pem"), "half a fi");
        certificate.step();

        assertThat(new CertificateTroubles(certificate, clock).found())
                .singleElement()
                .satisfies(trouble -> {
                    assertThat(trouble.key()).isEqualTo(new Trouble.Key("certificate-refused", "server"));
                    assertThat(trouble.detail()).contains("it holds no PEM private key");
                });
    }

    private CertificateTroubles troubles() throws Exception {
        return new CertificateTroubles(certificate(), clock);
    }

    private ServerCertificate certificate() throws Exception {
        Path file = Files.writeString(folder.resolve("tls.pem"), Pem.of(issued(NOON)));
        return ServerCertificate.of(new OwnFiles(file, file), clock);
    }
}
