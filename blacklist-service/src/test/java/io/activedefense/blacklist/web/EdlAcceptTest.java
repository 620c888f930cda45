// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A poller gets the list whatever it says that it accepts: curl and firewalls say anything. */
@ExtendWith(SharedService.class)
class EdlAcceptTest {
    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/plain",
                "text/*;q=0.5, */*;q=0.1",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json",
                "image/png"
            })
    void theListIsText(String accepted) throws Exception {
        HttpResponse<byte[]> answer = service.get("/files/blacklist.txt", "Accept", accepted);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/plain"})
    void soIsItsHead(String accepted) throws Exception {
        HttpResponse<byte[]> answer = service.send("HEAD", "/files/blacklist.txt", "", "Accept", accepted);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("etag")).isPresent();
    }
}
