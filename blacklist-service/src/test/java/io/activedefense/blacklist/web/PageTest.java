// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own files, as browsers ask for them. */
@ExtendWith(SharedService.class)
class PageTest {
    private static final Pattern ASSET = Pattern.compile("/?assets/[^\"]+");

    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) {
        service = running;
    }

    @Test
    void thePageNamesItsScriptAndItsStyle() throws Exception {
        assertThat(assets()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, deflate, br, zstd", "gzip, deflate", "zstd", "br", "gzip;q=0.5, *;q=0.1"})
    void everyFileOfThePageArrivesWholeWhateverTheBrowserTakes(String encodings) throws Exception {
        for (String asset : assets()) {
            byte[] plain = service.asAdmin("GET", asset, "").body();

            HttpResponse<byte[]> packed = service.asAdmin("GET", asset, "", "Accept-Encoding", encodings);

            assertThat(packed.statusCode()).as(asset).isEqualTo(200);
            assertThat(unpacked(packed)).as(asset).isEqualTo(plain);
        }
    }

    /** Files are looked for on another thread, which may take its time. */
    @Test
    void aFileThatIsNotThereIsNeverMoreThanThat() throws Exception {
        for (int i = 0; i < 200; i++) {
            assertThat(service.asAdmin("GET", "/nothing-" + i + ".js", "").statusCode())
                    .isEqualTo(404);
        }
    }

    private static List<String> assets() throws IOException, InterruptedException {
        return ASSET.matcher(text(service.asAdmin("GET", "/", "")))
                .results()
                .map(MatchResult::group)
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .toList();
    }

    private static byte[] unpacked(HttpResponse<byte[]> response) throws IOException {
        var body = new ByteArrayInputStream(response.body());
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        try (InputStream plain = switch (encoding) {
            case "identity" -> body;
            case "gzip" -> new GZIPInputStream(body);
            case "deflate" -> new InflaterInputStream(body);
            case "zstd" -> zstd(response.body());
            default -> throw new AssertionError("not asked for: " + encoding);
        }) {
            return plain.readAllBytes();
        }
    }

    /** By Kafka's own reader: its library is also what makes the server offer zstd. */
    private static InputStream zstd(byte[] packed) {
        return Compression.zstd()
                .build()
                .wrapForInput(ByteBuffer.wrap(packed), RecordBatch.CURRENT_MAGIC_VALUE, BufferSupplier.NO_CACHING);
    }
}
