// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.notification.AlarmChange.Change;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.detection.Evidence;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Page PAGE = new Page(URI.create("https://defense.example.com"));

    @Test
    void aListingIsToldWithCountryReasonEvidenceAndLink() {
        Listing listing = new Listing(
                Cidr.parse("203.0.113.7"), "RU", reasons("port-scan"), false, "detector", null, NOON, "11 ports of …");

        assertThat(PlainText.of(wording(Notice.Listings.of(List.of(listing)), PAGE)))
                .isEqualTo("""
                        203.0.113.7 listed: Port Scan Attack v1

                        203.0.113.7
                          Country: RU
                          Reason: Port Scan Attack v1
                          Evidence: 11 ports of …
                          Listed: 2026-03-01 12:00:00 UTC
                          https://defense.example.com/blacklist?entry=203.0.113.7

                        https://defense.example.com/blacklist
                        """);
    }

    @Test
    void anOperatorsListingSaysWhoAndWhy() {
        Listing listing =
                new Listing(Cidr.parse("198.51.100.0/24"), null, reasons(), true, "anna", "a known botnet", NOON, null);

        String text = PlainText.of(wording(Notice.Listings.of(List.of(listing)), new Page(null)));

        assertThat(text)
                .startsWith("198.51.100.0/24 listed: User Added\n")
                .contains("  By: anna\n", "  Comment: a known botnet\n")
                .doesNotContain("http");
    }

    @Test
    void manyAreCountedByReasonAndTheFirstOfThemNamed() {
        List<Listing> many = IntStream.range(0, 250)
                .mapToObj(i -> listing("203.0.113." + i, i % 2 == 0 ? "port-scan" : "vulnerability"))
                .toList();

        Wording wording = wording(Notice.Listings.of(many), PAGE);

        assertThat(wording.subject())
                .isEqualTo("250 addresses listed: Port Scan Attack v1 125, Vulnerability Scan v1 125");
        assertThat(wording.items()).hasSize(Notice.MOST_NAMED);
        assertThat(PlainText.of(wording)).contains("And 50 more addresses.");
    }

    @Test
    void whatWaitsIsToldTogether() {
        Notice both = Notice.Listings.of(List.of(listing("203.0.113.1", "port-scan")))
                .then(Notice.Listings.of(
                        List.of(listing("203.0.113.2", "port-scan"), listing("203.0.113.3", "ip-scan"))));

        assertThat(Wordings.subject(both))
                .isEqualTo("3 addresses listed: Port Scan Attack v2 1, Port Scan Attack v1 2");
    }

    @Test
    void anAlarmSaysWhatToDoUntilItIsOver() {
        var raised = change(Change.RAISED, null);
        var cleared = change(Change.CLEARED, NOON.plusSeconds(60));

        Wording first = wording(Notice.Alarms.of(List.of(raised)), PAGE);
        Wording both = wording(Notice.Alarms.of(List.of(raised, cleared)), PAGE);

        assertThat(first.subject()).isEqualTo("Alarm raised: Silent device, PA-1");
        assertThat(PlainText.of(first)).contains("What: no line for 10 min", "What to do: See whether it logs.");
        assertThat(both.subject()).isEqualTo("Alarms: 1 raised, 1 cleared");
        assertThat(PlainText.of(both)).contains("Silent device, PA-1: cleared", "Over: 2026-03-01 12:01:00 UTC");
    }

    @Test
    void whatStrangersWroteIsTextInHtmlAndOneLineInText() {
        var change = new AlarmChange(
                1,
                Change.RAISED,
                "device-silent",
                "<script>alert(1)</script>\r\nBcc: all@example.com",
                "\"quoted\" & 'so'",
                "See.",
                NOON,
                null);

        Wording wording = wording(Notice.Alarms.of(List.of(change)), PAGE);

        assertThat(wording.subject()).doesNotContain("\n", "\r");
        assertThat(Html.of(wording))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; Bcc: all@example.com")
                .contains("&quot;quoted&quot; &amp; &#39;so&#39;")
                .contains("<a href=\"https://defense.example.com/\"")
                .doesNotContain("<script");
    }

    @Test
    void evidenceIsToldInALine() {
        List<Evidence> ports = IntStream.rangeClosed(1, 11)
                .mapToObj(port -> evidence(NOON.plusSeconds(port * 60L), "198.51.100.7", port, null))
                .toList();
        List<Evidence> hosts = List.of(
                evidence(NOON, "198.51.100.7", 22, null), evidence(NOON.plusSeconds(5), "198.51.100.8", 22, null));

        assertThat(EvidenceWords.of(ports))
                .hasValue("11 ports (1, 2, 3, 4, 5, …) of 198.51.100.7 within 10 min, seen by fw-1, deny");
        assertThat(EvidenceWords.of(hosts))
                .hasValue("2 destinations (198.51.100.7, 198.51.100.8) on port 22 within 5 s, seen by fw-1, deny");
        assertThat(EvidenceWords.of(List.of(evidence(NOON, "198.51.100.7", 443, "Log4j RCE"))))
                .hasValue("Log4j RCE at 198.51.100.7, seen by fw-1, deny");
        assertThat(EvidenceWords.of(List.of())).isEmpty();
    }

    private static Wording wording(Notice notice, Page page) {
        return Wordings.of(new Letter("id", NOON, notice, page));
    }

    private static Listing listing(String address, String reason) {
        return new Listing(Cidr.parse(address), null, reasons(reason), false, "detector", null, NOON, null);
    }

    private static SortedSet<String> reasons(String... ids) {
        return new TreeSet<>(List.of(ids));
    }

    private static AlarmChange change(Change change, @Nullable Instant clearedAt) {
        return new AlarmChange(
                1, change, "device-silent", "PA-1", "no line for 10 min", "See whether it logs.", NOON, clearedAt);
    }

    private static Evidence evidence(Instant at, String destination, int port, @Nullable String threat) {
        return new Evidence(at, "fw-1", destination, port, "deny", "block-all", threat, null);
    }
}
