// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.certificate.Identity;
import io.activedefense.blacklist.certificate.ServerCertificate;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.ssl.CertificateProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/** Hands the certificate in service to the listener. Connections that stand keep the one that they began with. */
@Singleton
@Named(ServedCertificate.NAME)
@Requires(bean = ServerCertificate.class)
final class ServedCertificate implements CertificateProvider {
    /** So the listener asks for it in {@code blacklist-service.yml}. */
    static final String NAME = "active-defense";

    private final Sinks.Many<KeyStore> stores = Sinks.many().replay().latest();

    ServedCertificate(ServerCertificate certificate) {
        certificate.serveBy(identity -> stores.emitNext(storeOf(identity), EmitFailureHandler.FAIL_FAST));
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public Publisher<KeyStore> getKeyStore() {
        return stores.asFlux();
    }

    private static KeyStore storeOf(Identity identity) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(NAME, identity.key(), null, identity.chain().toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate can't be handed to the server", e);
        }
    }
}
