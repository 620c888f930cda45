// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import static io.activedefense.blacklist.certificate.Certificates.NAMES;
import static io.activedefense.blacklist.certificate.Certificates.NOON;
import static io.activedefense.blacklist.certificate.Certificates.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.blacklist.certificate.CertificateSource.Offer;
import io.activedefense.blacklist.testing.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own authority and what it issues, through restarts, crashes and years. */
@Execution(ExecutionMode.CONCURRENT)
class LocalCertificatesTest {
    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void name() {
        folder = parent.resolve("certificates");
    }

    @Test
    void theFirstStartMakesAnAuthorityAndAServerCertificateThatItsClientsAccept() throws Exception {
        LocalCertificates certificates = opened(NOON);

        Identity server = offered(certificates, NOON);
        X509Certificate authority = certificates.authority().orElseThrow();

        Certificates.check(authority, server.chain());
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(authority.getNotAfter().toInstant()).isAfter(NOON.plus(Duration.ofDays(3_650)));
        assertThat(NAMES.standIn(server.certificate())).isTrue();
        assertThat(server.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(server.endsAt()).isEqualTo(NOON.plus(Duration.ofDays(180)));
    }

    @Test
    void onlyItsOwnerReadsAKey() throws Exception {
        offered(opened(NOON), NOON);

        assertThat(modeOf("")).isEqualTo("rwx------");
        assertThat(modeOf("authority.pem")).isEqualTo("rw-------");
        assertThat(modeOf("server.pem")).isEqualTo("rw-------");
        assertThat(modeOf("ca.pem")).isEqualTo("rw-r--r--");
        assertThat(folder.resolve("ca.pem")).content().doesNotContain("PRIVATE");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void aRestartKeepsBoth() throws Exception {
        LocalCertificates first = opened(NOON);
        Identity server = offered(first, NOON);

        LocalCertificates second = opened(NOON);

        assertThat(second.authority()).isEqualTo(first.authority());
        assertThat(offered(second, NOON)).isEqualTo(server);
    }

    /** Whatever is left of the file after a crash, or nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.999})
    void aTornServerCertificateIsIssuedAnewByTheSameAuthority(double whole) throws Exception {
        LocalCertificates first = opened(NOON);
        offered(first, NOON);
        tear("server.pem", whole);
        Files.writeString(folder.resolve("server.pem.next"), "what a crash left");

        LocalCertificates second = opened(NOON);

        assertThat(second.authority()).isEqualTo(first.authority());
        Certificates.check(
                first.authority().orElseThrow(), offered(second, NOON).chain());
    }

    @Test
    void aServerCertificateThatIsGoneIsIssuedAnew() throws Exception {
        LocalCertificates first = opened(NOON);
        offered(first, NOON);
        Files.delete(folder.resolve("server.pem"));

        assertThat(offered(opened(NOON), NOON).chain().getLast())
                .isEqualTo(first.authority().orElseThrow());
    }

    @Test
    void aDamagedAuthorityIsNeverReplacedAndWhatItIssuedGoesOn() throws Exception {
        Identity server = offered(opened(NOON), NOON);
        byte[] torn = tear("authority.pem", 0.5);

        Offer offer = opened(NOON).offer(NOON);

        assertThat(offer.identity()).contains(server);
        assertThat(offer.trouble().orElseThrow()).contains("authority.pem is damaged");
        assertThat(folder.resolve("authority.pem")).hasBinaryContent(torn);
    }

    @Test
    void aDamagedAuthorityWithNothingToServeIsNoStart() throws Exception {
        offered(opened(NOON), NOON);
        tear("authority.pem", 0);
        Files.delete(folder.resolve("server.pem"));

        LocalCertificates damaged = opened(NOON);

        assertThatThrownBy(() -> ServerCertificate.of(damaged, new SettableClock(NOON)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore the file, or remove it and restart");
    }

    @Test
    void anAuthorityThatAnOperatorRemovedIsMadeAnewAndSoIsTheServerCertificate() throws Exception {
        LocalCertificates first = opened(NOON);
        Identity server = offered(first, NOON);
        Files.delete(folder.resolve("authority.pem"));

        LocalCertificates second = opened(NOON);

        X509Certificate authority = second.authority().orElseThrow();
        Certificates.check(authority, offered(second, NOON).chain());
        assertThatThrownBy(() -> Certificates.check(authority, server.chain()))
                .isInstanceOf(CertificateException.class);
        assertThat(folder.resolve("ca.pem")).content().isEqualTo(Pem.of(List.of(authority)));
    }

    @Test
    void aNewNameGetsANewCertificateAndALostOneDoesNot() throws Exception {
        Identity first = offered(opened(NOON), NOON);

        Identity fewer = offered(LocalCertificates.in(folder, names("localhost"), NOON), NOON);
        Identity more = offered(LocalCertificates.in(folder, names("localhost", "192.0.2.7"), NOON), NOON);

        assertThat(fewer).isEqualTo(first);
        assertThat(names("192.0.2.7").standIn(more.certificate())).isTrue();
    }

    @Test
    void itIsRenewedWellBeforeItEndsAndKeptUntilThen() throws Exception {
        LocalCertificates certificates = opened(NOON);
        Identity first = offered(certificates, NOON);
        Instant due = first.endsAt().minus(Duration.ofDays(60));

        assertThat(offered(certificates, due)).isEqualTo(first);
        Identity second = offered(certificates, due.plusSeconds(1));

        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(second.endsAt()).isEqualTo(due.plusSeconds(1).plus(Duration.ofDays(180)));
        assertThat(offered(opened(due), due.plusSeconds(2))).as("kept on disk").isEqualTo(second);
    }

    @Test
    void noneOutlivesItsAuthority() throws Exception {
        LocalCertificates certificates = opened(NOON);
        Instant end = certificates.authority().orElseThrow().getNotAfter().toInstant();
        Instant late = end.minus(Duration.ofDays(50));

        Identity last = offered(certificates, late);

        assertThat(last.endsAt()).isEqualTo(end);
        assertThat(offered(certificates, late.plusSeconds(10)))
                .as("there is none that ends later")
                .isEqualTo(last);
    }

    private LocalCertificates opened(Instant now) throws Exception {
        return LocalCertificates.in(folder, NAMES, now);
    }

    private static Identity offered(LocalCertificates certificates, Instant now) throws Exception {
        Offer offer = certificates.offer(now);
        assertThat(offer.trouble()).isEmpty();
        return offer.identity().orElseThrow();
    }

    private byte[] tear(String name, double whole) throws Exception {
        Path file = folder.resolve(name);
        byte[] content = Files.readAllBytes(file);
        byte[] torn = Arrays.copyOf(content, (int) (content.length * whole));
        Files.write(file, torn);
        return torn;
    }

    private String modeOf(String name) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }
}
