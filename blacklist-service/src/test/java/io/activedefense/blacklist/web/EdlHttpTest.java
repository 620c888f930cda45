// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.activedefense.blacklist.edl.Gunzip;
import io.activedefense.blacklist.entry.ListedAddresses;
import io.activedefense.contracts.address.Cidr;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdlHttpTest {
    private static final String EDL = "/files/blacklist.txt";

    @TempDir
    Path folder;

    private final InMemory listed = new InMemory();
    private RunningService service;

    @BeforeEach
    void start() {
        service = RunningService.start(folder, Map.of(), listed);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void servesTheListWithoutAskingWho() throws Exception {
        HttpResponse<byte[]> response = pollUntil("198.51.100.7\n2001:db8::/64\n", "198.51.100.7", "2001:db8::/64");

        assertThat(response.headers().map())
                .containsEntry("content-type", List.of("text/plain; charset=utf-8"))
                .containsEntry("content-length", List.of("27"))
                .containsEntry("cache-control", List.of("no-cache"))
                .containsEntry("vary", List.of("Accept-Encoding"))
                .containsKeys("etag", "date")
                .doesNotContainKeys("content-encoding", "transfer-encoding", "server");
    }

    @Test
    void anEmptyListIs200AndAnEmptyBody() throws Exception {
        HttpResponse<byte[]> response = pollUntil("");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-length")).contains("0");
        assertThat(response.headers().firstValue("etag")).isPresent();
    }

    @Test
    void beforeThereIsAListItSaysLater() throws Exception {
        service.close();
        listed.down = true;
        service = RunningService.start(folder.resolve("another"), Map.of(), listed);

        HttpResponse<byte[]> response = service.get(EDL);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("30");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void headTellsWhatGetWouldSend() throws Exception {
        HttpResponse<byte[]> got = pollUntil("198.51.100.7\n", "198.51.100.7");

        HttpResponse<byte[]> head = service.send("HEAD", EDL, "");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String header : List.of("content-length", "content-type", "etag", "vary", "cache-control")) {
            assertThat(head.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(got.headers().firstValue(header));
        }
    }

    @Test
    void aPollerThatHasTheListGets304UntilItChanges() throws Exception {
        String etag = etag(pollUntil("198.51.100.7\n", "198.51.100.7"));

        HttpResponse<byte[]> again = service.get(EDL, "If-None-Match", "\"older\"", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(etag(again)).isEqualTo(etag);
        assertThat(again.headers().firstValue("cache-control")).contains("no-cache");
        assertThat(service.send("HEAD", EDL, "", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        pollUntil("198.51.100.7\n198.51.100.8\n", "198.51.100.8");
        assertThat(service.get(EDL, "If-None-Match", etag).statusCode()).isEqualTo(200);
    }

    @Test
    void theDateIsToldOnceItsSecondHasComeAndCounts() throws Exception {
        pollUntil("198.51.100.7\n", "198.51.100.7");
        String date = await().atMost(Duration.ofSeconds(5))
                .until(() -> service.get(EDL).headers().firstValue("last-modified"), Optional::isPresent)
                .orElseThrow();

        assertThat(service.get(EDL, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(service.get(EDL, "If-Modified-Since", "Sun, 22 Nov 2020 12:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void gzipOnlyWhereItIsAskedFor() throws Exception {
        String[] many = new String[500];
        var lines = new StringBuilder();
        for (int i = 0; i < many.length; i++) {
            many[i] = "198.51." + i / 250 + "." + i % 250;
            lines.append(many[i]).append('\n');
        }
        HttpResponse<byte[]> plain = pollUntil(lines.toString(), many);

        HttpResponse<byte[]> packed = service.get(EDL, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> liked = service.get(EDL, "Accept-Encoding", "gzip;q=0.5, identity, deflate");

        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("content-length")).contains(Integer.toString(packed.body().length));
        assertThat(packed.headers().firstValue("vary")).contains("Accept-Encoding");
        assertThat(Gunzip.of(packed.body())).isEqualTo(plain.body());
        assertThat(etag(packed)).isNotEqualTo(etag(plain));
        assertThat(liked.headers().firstValue("content-encoding")).isEmpty();
        assertThat(liked.body()).isEqualTo(plain.body());
        assertThat(service.get(EDL, "Accept-Encoding", "gzip", "If-None-Match", etag(packed))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void withTheDatabaseAwayItStaysAndARestartServesTheSame() throws Exception {
        HttpResponse<byte[]> before = pollUntil("198.51.100.7\n", "198.51.100.7");
        listed.down = true;
        assertThat(service.get(EDL).body()).isEqualTo(before.body());

        service.close();
        start();

        HttpResponse<byte[]> after = service.get(EDL);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(etag(after)).isEqualTo(etag(before));
    }

    @Test
    void nothingElseThanReadingIsOffered() throws Exception {
        assertThat(service.asAdmin("POST", EDL, "{}").statusCode()).isEqualTo(405);
        assertThat(service.asAdmin("DELETE", EDL, "").statusCode()).isEqualTo(405);
    }

    private HttpResponse<byte[]> pollUntil(String wanted, String... addresses) {
        listed.list(addresses);
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> service.get(EDL),
                        response ->
                                response.statusCode() == 200 && text(response).equals(wanted));
    }

    private static String etag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("etag").orElseThrow();
    }

    /** What the database answers. */
    private static final class InMemory implements ListedAddresses {
        private final ConcurrentSkipListSet<Cidr> addresses = new ConcurrentSkipListSet<>();
        private final AtomicLong version = new AtomicLong(1);
        private volatile boolean down;

        void list(String... more) {
            List.of(more).forEach(address -> addresses.add(Cidr.parse(address)));
            version.incrementAndGet();
        }

        @Override
        public long version() {
            if (down) {
                throw new IllegalStateException("the database is away");
            }
            return version.get();
        }

        @Override
        public Listing listing() {
            long at = version.get();
            return new Listing(at, List.copyOf(addresses));
        }
    }
}
