// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong, the answer tells nothing of our insides: no class, no path, no version, no stack trace. */
@ExtendWith(SharedService.class)
class ErrorAnswersTest {
    private static final List<String> INSIDES = List.of(
            "java.",
            "micronaut",
            "netty",
            "jackson",
            "io.activedefense",
            "exception",
            "\tat ",
            "/var/",
            "/tmp/",
            ".java",
            "server:",
            "x-powered-by");

    private static RunningService service;
    private static String admin;

    @BeforeAll
    static void start(RunningService running) throws Exception {
        service = running;
        admin = "Host: localhost\r\nConnection: close\r\nAuthorization: " + running.adminAuthorization();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400 | PUT    | /api/v1/system      | application/json | {",
                "400 | PUT    | /api/v1/system      | application/json | {\"on\": [1]}",
                "400 | PUT    | /api/v1/system      | application/json | {\"on\": true, \"off\": 1}",
                "400 | PUT    | /api/v1/settings    | application/json | [1, 2]",
                "400 | POST   | /api/v1/feeds       | application/json | {\"name\": {\"x\": 1}}",
                "400 | GET    | /api/v1/detections?limit=many | text/plain | \"\"",
                "404 | GET    | /api/v1/nothing     | text/plain       | \"\"",
                "404 | GET    | /nothing.js         | text/plain       | \"\"",
                "405 | DELETE | /api/v1/system      | text/plain       | \"\"",
                "415 | PUT    | /api/v1/system      | application/xml  | <on/>",
            })
    void ofARequestThatIsNotAccepted(int status, String method, String path, String type, String body)
            throws Exception {
        String answer = ask(method + " " + path, "Content-Type: " + type, body);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertTellsNothing(answer);
    }

    /** It is refused for its length alone; nobody waits for the rest. */
    @Test
    void ofABodyThatIsTooLong() throws Exception {
        String answer = RawHttp.ask(
                service.port(),
                "PUT /api/v1/settings HTTP/1.1\r\n" + admin
                        + "\r\nContent-Type: application/json\r\nContent-Length: 4194305\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertTellsNothing(answer);
    }

    @Test
    void ofAHeadThatIsTooLong() throws Exception {
        String header = ask("GET /health/liveness", "X-Long: " + "x".repeat(10_000), "");
        String line = ask("GET /health/liveness?" + "x".repeat(10_000), "X: y", "");

        assertThat(header).startsWith("HTTP/1.1 431").contains("The head of the request is too long.");
        assertThat(line).startsWith("HTTP/1.1 414");
        assertTellsNothing(header);
        assertTellsNothing(line);
    }

    /** The server takes a path that it can't read for none, which is the page's. */
    @ParameterizedTest
    @CsvSource({"GET / HTTP/1.1 and more", "GET /%zz", "GET /a\u0001b", "\u0001\u0002\u0003"})
    void ofARequestThatIsNone(String line) throws Exception {
        String answer = RawHttp.ask(service.port(), line + " HTTP/1.1\r\n" + admin + "\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.[01] (4|200 OK).*");
        assertTellsNothing(answer);
    }

    @Test
    void ofAFailureOfOurs() throws Exception {
        String answer = ask("GET /health/liveness", CallerTold.FAIL + ": yes", "");

        assertThat(answer).startsWith("HTTP/1.1 500").contains("The service failed at this. Its log tells why.");
        assertTellsNothing(answer);
    }

    private static String ask(String line, String header, String body) throws Exception {
        return RawHttp.ask(
                service.port(),
                line + " HTTP/1.1\r\n" + admin + "\r\n" + header + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body);
    }

    private static void assertTellsNothing(String answer) {
        String told = answer.toLowerCase(Locale.ROOT);
        assertThat(INSIDES).as(answer).noneMatch(told::contains);
    }
}
