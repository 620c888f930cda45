// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.alarm.Troubles;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells when a certificate is about to end, and when a newer one can't be served. */
public final class CertificateTroubles implements Troubles {
    private static final List<Integer> DAYS = List.of(1, 7, 30);

    private final ServerCertificate certificate;
    private final Clock clock;

    public CertificateTroubles(ServerCertificate certificate, Clock clock) {
        this.certificate = certificate;
        this.clock = clock;
    }

    @Override
    public String source() {
        return "certificate";
    }

    @Override
    public List<Trouble> found() {
        List<X509Certificate> chain = certificate.inService().chain();
        Instant now = clock.instant();
        return Stream.concat(
                        certificate.trouble().map(CertificateTroubles::refused).stream(),
                        IntStream.range(0, chain.size())
                                .mapToObj(i -> ending(chain.get(i), i == 0, now))
                                .flatMap(Optional::stream))
                .toList();
    }

    private static Trouble refused(String why) {
        return new Trouble(
                "certificate-refused",
                "server",
                why,
                "Put a whole certificate and the key that fits it there; what is served meanwhile is the last good one.");
    }

    private Optional<Trouble> ending(X509Certificate certified, boolean own, Instant now) {
        Instant ends = certified.getNotAfter().toInstant();
        return words(Duration.between(now, ends))
                .map(when -> new Trouble(
                        "certificate-ends",
                        own ? "server" : certified.getSubjectX500Principal().getName(),
                        when + ", on " + ends,
                        own ? whatToDo() : "It has signed the server's certificate: renew both."));
    }

    /** The same words between two thresholds: an alarm is reworded when it grows worse. */
    private static Optional<String> words(Duration left) {
        return left.isNegative()
                ? Optional.of("It has ended")
                : DAYS.stream()
                        .filter(days -> left.compareTo(Duration.ofDays(days)) < 0)
                        .findFirst()
                        .map(days -> "It ends in less than " + days + (days == 1 ? " day" : " days"));
    }

    private String whatToDo() {
        String consequence = " A firewall that meets a certificate that has ended stops to enforce its list.";
        return certificate.authority().isEmpty()
                ? "Put a new certificate and its key in place; they are taken up without a restart." + consequence
                : "It should have been renewed by itself: see why in the service's log." + consequence;
    }
}
