// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.certificate;

import io.activedefense.blacklist.file.KeptText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates of our own authority. {@code authority.pem} and {@code server.pem} each hold a key with its certificates,
 * so that these never disagree; {@code ca.pem} is what firewalls and browsers are given. An authority is made where there
 * never was one, and never instead of one that is damaged: whoever trusts the old one would refuse us, and a firewall
 * that refuses us stops to enforce its list.
 */
public final class LocalCertificates implements CertificateSource {
    /** Twice as long before the end as the first alarm. */
    static final Duration RENEWED_BEFORE_END = Duration.ofDays(60);

    private static final Logger LOG = LoggerFactory.getLogger(LocalCertificates.class);
    private static final Duration WORTH_IT = Duration.ofDays(1);

    private final ServerNames names;
    private final Optional<Authority> authority;
    private final KeptText serverFile;
    private final Optional<String> trouble;
    private @Nullable Identity server;

    private LocalCertificates(
            ServerNames names, Optional<Authority> authority, Optional<String> trouble, KeptText serverFile) {
        this.names = names;
        this.authority = authority;
        this.trouble = trouble;
        this.serverFile = serverFile;
    }

    /**
     * Those kept in a folder, which is made where it is missing.
     *
     * @param names that the server's certificate has to be good for
     */
    public static LocalCertificates in(Path folder, ServerNames names, Instant now)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var authorityFile = KeptText.secret(folder.resolve("authority.pem"));
        Optional<Authority> authority = authority(authorityFile, now);
        if (authority.isPresent()) {
            publish(KeptText.open(folder.resolve("ca.pem")), authority.get());
        }
        var certificates = new LocalCertificates(
                names,
                authority,
                authority.isEmpty() ? Optional.of(damaged(authorityFile.file())) : Optional.empty(),
                KeptText.secret(folder.resolve("server.pem")));
        certificates.server =
                read(certificates.serverFile).filter(certificates::isOurs).orElse(null);
        return certificates;
    }

    /** Nothing where it is damaged. */
    private static Optional<Authority> authority(KeptText file, Instant now)
            throws IOException, GeneralSecurityException {
        Optional<Authority> authority =
                file.read().isPresent() ? read(file).map(Authority::new) : Optional.of(made(file, now));
        if (authority.isPresent()) {
            Identity ours = authority.get().identity();
            LOG.info(
                    "certificate authority: SHA-256={} ends={}", authority.get().fingerprint(), ours.endsAt());
        }
        return authority;
    }

    @Override
    public Offer offer(Instant now) throws IOException, GeneralSecurityException {
        if (authority.isPresent() && isDue(authority.get(), now)) {
            renew(authority.get(), now);
        }
        return new Offer(Optional.ofNullable(server), trouble);
    }

    @Override
    public Optional<X509Certificate> authority() {
        return authority.map(ours -> ours.identity().certificate());
    }

    private static String damaged(Path authorityFile) {
        return "the authority in " + authorityFile + " is damaged, and no certificate can be renewed;"
                + " restore the file, or remove it and restart: then there is a new authority, which firewalls and browsers"
                + " must be told to trust";
    }

    private static Authority made(KeptText authorityFile, Instant now) throws IOException, GeneralSecurityException {
        Authority made = Authority.create(now);
        authorityFile.write(Pem.of(made.identity()));
        LOG.info("certificate authority made: file={}", authorityFile.file());
        return made;
    }

    private static void publish(KeptText file, Authority authority) throws IOException {
        String text = Pem.of(List.of(authority.identity().certificate()));
        if (!file.read().equals(Optional.of(text))) {
            file.write(text);
        }
    }

    /** Nothing where there is none, or none that is whole. */
    private static Optional<Identity> read(KeptText file) throws IOException {
        Optional<String> text = file.read();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Pem.identity(text.get(), text.get()));
        } catch (GeneralSecurityException e) {
            LOG.warn("{} can't be used: {}", file.file(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Where there is nobody to sign another one, what is there has to do. */
    private boolean isOurs(Identity kept) {
        return authority.isEmpty()
                || (authority.get().hasIssued(kept.certificate()) && names.standIn(kept.certificate()));
    }

    private boolean isDue(Authority issuer, Instant now) {
        return server == null
                || (now.isAfter(server.endsAt().minus(RENEWED_BEFORE_END))
                        && issuer.endOfNext(now).isAfter(server.endsAt().plus(WORTH_IT)));
    }

    private void renew(Authority issuer, Instant now) throws IOException, GeneralSecurityException {
        Identity issued = issuer.issue(names, now);
        serverFile.write(Pem.of(issued));
        server = issued;
        LOG.info("server certificate issued: ends={} names={}", issued.endsAt(), names);
    }
}
