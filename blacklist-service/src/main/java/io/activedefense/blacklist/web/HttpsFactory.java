// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.certificate.CertificateSource;
import io.activedefense.blacklist.certificate.CertificateTroubles;
import io.activedefense.blacklist.certificate.LocalCertificates;
import io.activedefense.blacklist.certificate.OwnFiles;
import io.activedefense.blacklist.certificate.ServerCertificate;
import io.activedefense.blacklist.certificate.ServerNames;
import io.activedefense.blacklist.loop.LoopRunner;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.watch.ServiceMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The certificate, there before the first connection can come, and who looks after it. */
@Factory
@Requires(property = HttpsSettings.PREFIX + ".enabled", value = "true")
final class HttpsFactory {
    @Context
    ServerCertificate serverCertificate(
            HttpsSettings settings,
            @Nullable @Property(name = "micronaut.server.host") String host,
            @Property(name = "active-defense.blacklist-service.state-directory") Path stateDirectory)
            throws IOException, GeneralSecurityException {
        Clock clock = Clock.systemUTC();
        var own = settings.ownCertificate();
        CertificateSource source = own.isPresent()
                ? new OwnFiles(own.get().certificate(), own.get().key())
                : local(
                        stateDirectory,
                        ServerNames.of(HttpsSettings.PREFIX + ".names", OwnNames.of(host, settings)),
                        clock);
        return ServerCertificate.of(source, clock);
    }

    private static CertificateSource local(Path stateDirectory, ServerNames names, Clock clock)
            throws IOException, GeneralSecurityException {
        return LocalCertificates.in(stateDirectory.resolve("certificates"), names, clock.instant());
    }

    @Singleton
    CertificateTroubles certificateTroubles(ServerCertificate certificate) {
        return new CertificateTroubles(certificate, Clock.systemUTC());
    }

    @Context
    @Named("certificate")
    LoopRunner certificateRunner(ServerCertificate certificate, MeterRegistry registry, Threads threads) {
        new ServiceMeters(registry).watchCertificate(certificate::endsAt);
        var runner = new LoopRunner("server-certificate", certificate, Clock.systemUTC());
        threads.endBy(runner::close);
        runner.start();
        return runner;
    }
}
