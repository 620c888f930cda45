// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.blacklist.egress.EgressGate;
import io.activedefense.blacklist.notification.Channel;
import io.activedefense.blacklist.notification.Letter;
import io.activedefense.blacklist.notification.Target;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends JSON to a URL, signed where the receiver gave a secret. No redirect is followed, and little of an answer read. */
public final class WebhookChannel implements Channel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookChannel.class);
    private static final About ABOUT = new About(
            "webhook",
            "Webhook",
            "an address such as https://hooks.example.com/T0/B0",
            "signs what is sent, 16 to 200 characters");
    private static final int MOST_ANSWER = 200;

    private final CloseableHttpClient client;
    private final Duration limit;
    private final Clock clock;

    public WebhookChannel(EgressGate gate, Clock clock) {
        this(gate, Duration.ofSeconds(20), clock);
    }

    /**
     * A channel.
     *
     * @param limit of a whole attempt
     */
    WebhookChannel(EgressGate gate, Duration limit, Clock clock) {
        this.client = GatedClient.through(gate, limit);
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Target target(String address, @Nullable String secret) {
        URI url = WebhookUrl.accepted(address);
        return new Target(url.toString(), secret == null ? null : WebhookUrl.acceptedSecret(secret));
    }

    @Override
    public String shown(String address) {
        return WebhookUrl.shown(URI.create(address));
    }

    @Override
    public Outcome send(Target target, Letter letter) {
        URI url = URI.create(target.address());
        HttpPost request = request(url, target.secret(), letter);
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(request::cancel);
        try (ClassicHttpResponse response = client.executeOpen(HttpHost.create(url), request, null)) {
            return outcome(response);
        } catch (IOException e) {
            LOG.debug("a webhook was not reached", e);
            return new Outcome.Failed(
                    request.isCancelled() ? "no whole answer within " + limit.toSeconds() + " s" : words(e));
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private HttpPost request(URI url, @Nullable Secret secret, Letter letter) {
        byte[] body = body(letter);
        long seconds = clock.instant().getEpochSecond();
        var request = new HttpPost(url);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("webhook-id", letter.id());
        request.setHeader("webhook-timestamp", Long.toString(seconds));
        if (secret != null) {
            request.setHeader("webhook-signature", Signature.of(secret, letter.id(), seconds, body));
        }
        return request;
    }

    private static byte[] body(Letter letter) {
        try {
            return Json.TOLERANT.writeValueAsBytes(Payload.of(letter));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON of a notice", e);
        }
    }

    private static Outcome outcome(ClassicHttpResponse response) throws IOException {
        String status = response.getCode() + " " + response.getReasonPhrase();
        if (response.getCode() >= 200 && response.getCode() < 300) {
            return new Outcome.Sent(status);
        }
        String said = beginning(response.getEntity());
        return new Outcome.Failed(said.isBlank() ? status : status + ": " + said);
    }

    private static String beginning(@Nullable HttpEntity entity) throws IOException {
        return entity == null ? "" : new String(entity.getContent().readNBytes(MOST_ANSWER), UTF_8);
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
