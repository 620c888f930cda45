// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.EdlSnapshot;
import io.activedefense.blacklist.edl.Poll;
import io.activedefense.blacklist.edl.PublishedList;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a poller of any list is answered: from memory, whole, and only if it doesn't have it. */
final class ListAnswers {
    private static final String RETRY_AFTER_SECONDS = "30";

    private ListAnswers() {}

    static MutableHttpResponse<byte[]> of(PublishedList published, String contentType, HttpHeaders asked, Instant now) {
        return published
                .current()
                .map(snapshot -> of(snapshot, published.dates(snapshot, now), contentType, asked, now))
                .orElseGet(ListAnswers::later);
    }

    private static MutableHttpResponse<byte[]> of(
            EdlSnapshot snapshot, boolean dated, String contentType, HttpHeaders asked, Instant now) {
        var poll = new Poll(
                joined(asked, HttpHeaders.IF_NONE_MATCH),
                asked.get(HttpHeaders.IF_MODIFIED_SINCE),
                joined(asked, HttpHeaders.ACCEPT_ENCODING));
        Poll.Answer answer = poll.of(snapshot, dated, now);
        MutableHttpResponse<byte[]> response =
                answer.changed() ? whole(answer, contentType) : HttpResponse.notModified();
        response.header(HttpHeaders.ETAG, answer.representation().etag())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        answer.lastModified().ifPresent(date -> response.header(HttpHeaders.LAST_MODIFIED, date));
        return response;
    }

    /** There is no list now: whoever has one shall keep it. */
    static MutableHttpResponse<byte[]> later() {
        return HttpResponse.<byte[]>status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static MutableHttpResponse<byte[]> whole(Poll.Answer answer, String contentType) {
        byte[] bytes = answer.representation().bytes();
        MutableHttpResponse<byte[]> response = HttpResponse.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .contentLength(bytes.length);
        return answer.gzip() ? response.header(HttpHeaders.CONTENT_ENCODING, "gzip") : response;
    }

    /** A list may come in several header lines. */
    private static @Nullable String joined(HttpHeaders asked, String name) {
        List<String> lines = asked.getAll(name);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }
}
