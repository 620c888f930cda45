// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts one certificate and nobody else, follows no redirect, and has an address of its own. */
final class TrustingClient implements AutoCloseable {
    private final SSLContext context;
    private final HttpClient client;

    private TrustingClient(SSLContext context, String address) {
        this.context = context;
        this.client = HttpClient.newBuilder()
                .sslContext(context)
                .localAddress(InetAddress.ofLiteral(address))
                .build();
    }

    static TrustingClient of(byte[] pem) throws GeneralSecurityException, IOException {
        return of(pem, "127.0.0.1");
    }

    static TrustingClient of(byte[] pem, String address) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "trusted", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new TrustingClient(context, address);
    }

    SSLContext context() {
        return context;
    }

    HttpResponse<String> get(String url, String... headers) throws IOException, InterruptedException {
        return send("GET", url, headers);
    }

    HttpResponse<String> send(String method, String url, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url))
                .method(method, BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The certificate that the server shows to a new connection. */
    X509Certificate shownBy(int port) throws IOException {
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
