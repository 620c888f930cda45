// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** What all tests of the API rely on goes red where it should. */
class ApiContractTest {
    @Test
    void anAnswerThatIsNotAsDescribedIsFound() {
        assertThatNoException().isThrownBy(() -> answered(200, "application/json", "{\"on\":true}"));
        assertRefused(() -> answered(200, "application/json", "{\"on\":\"yes\"}"));
        assertRefused(() -> answered(200, "application/json", "{}"));
        assertRefused(() -> answered(200, "text/plain", "on"));
        assertRefused(() -> answered(204, "application/json", ""));
        assertRefused(() -> answered(400, "application/problem+json", "{\"title\":7}"));
    }

    @Test
    void aQuestionThatIsAcceptedButNotDescribedIsFound() {
        assertRefused(() -> ApiContract.check(
                "PUT", "/api/v1/system?loud=true", "application/json", "{\"on\":true}", answer(200, "{\"on\":true}")));
        assertRefused(() -> ApiContract.check(
                "PUT", "/api/v1/system", "application/json", "{\"on\":7}", answer(200, "{\"on\":true}")));
    }

    private static void answered(int status, String type, String body) {
        ApiContract.check("GET", "/api/v1/system", "application/json", "", new Answer(status, type, body));
    }

    private static HttpResponse<byte[]> answer(int status, String body) {
        return new Answer(status, "application/json", body);
    }

    private static void assertRefused(Runnable check) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(check::run);
    }

    private record Answer(int statusCode, String type, String text) implements HttpResponse<byte[]> {
        @Override
        public byte[] body() {
            return text.getBytes(UTF_8);
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(Map.of("content-type", List.of(type)), (name, value) -> true);
        }

        @Override
        public HttpRequest request() {
            return HttpRequest.newBuilder(uri()).build();
        }

        @Override
        public Optional<HttpResponse<byte[]>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://127.0.0.1/api/v1/system");
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}
