// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import io.activedefense.blacklist.certificate.CertificateSource.Offer;
import io.activedefense.blacklist.loop.Loop;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate in service. A better one takes its place while the server runs, a worse one is told of. */
public final class ServerCertificate implements Loop {
    static final Duration EVERY = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);

    private final CertificateSource source;
    private final Clock clock;
    private final List<Consumer<Identity>> servers = new ArrayList<>();
    private volatile Identity inService;
    private volatile Optional<String> trouble;

    private ServerCertificate(CertificateSource source, Clock clock, Identity first, Optional<String> trouble) {
        this.source = source;
        this.clock = clock;
        this.inService = first;
        this.trouble = trouble;
    }

    /**
     * The first certificate of a source.
     *
     * @throws IllegalStateException if it has none
     */
    public static ServerCertificate of(CertificateSource source, Clock clock)
            throws IOException, GeneralSecurityException {
        Offer offer = source.offer(clock.instant());
        Identity first = offer.identity()
                .orElseThrow(
                        () -> new IllegalStateException(offer.trouble().orElse("there is no certificate to serve")));
        offer.trouble().ifPresent(trouble -> LOG.warn("{}", trouble));
        return new ServerCertificate(source, clock, first, offer.trouble());
    }

    /** Gives a server the certificate in service, and from then on each that takes its place. */
    public synchronized void serveBy(Consumer<Identity> server) {
        servers.add(server);
        server.accept(inService);
    }

    /** When it ends, or the first of those that signed it. */
    public Instant endsAt() {
        return inService.chain().stream()
                .map(certified -> certified.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    public Identity inService() {
        return inService;
    }

    /** What keeps a newer one from being served, or from being made. */
    public Optional<String> trouble() {
        return trouble;
    }

    /** The certificate of our own authority, where it is ours that signed. */
    public Optional<X509Certificate> authority() {
        return source.authority();
    }

    /** The same, as PEM. */
    public Optional<String> authorityPem() {
        return authority().map(certified -> Pem.of(List.of(certified)));
    }

    @Override
    public Duration step() throws IOException, GeneralSecurityException {
        Instant now = clock.instant();
        Offer offer = source.offer(now);
        Optional<String> refusal = offer.identity().flatMap(next -> refusal(next, now));
        if (refusal.isEmpty()) {
            offer.identity().ifPresent(this::take);
        }
        tell(refusal.or(offer::trouble));
        return EVERY;
    }

    private Optional<String> refusal(Identity next, Instant now) {
        return now.isAfter(next.endsAt()) && now.isBefore(inService.endsAt())
                ? Optional.of("a certificate that ended on " + next.endsAt() + " is not taken")
                : Optional.empty();
    }

    private synchronized void take(Identity next) {
        if (!next.equals(inService)) {
            inService = next;
            servers.forEach(server -> server.accept(next));
            LOG.info("certificate taken into service: {}", next);
        }
    }

    private void tell(Optional<String> found) {
        if (!found.equals(trouble)) {
            found.ifPresentOrElse(why -> LOG.warn("{}", why), () -> LOG.info("the certificate is in order again"));
            trouble = found;
        }
    }
}
