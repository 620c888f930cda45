// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.archive;

import io.activedefense.blacklist.record.RecordFilter;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is searched for, made up from a line that there is. */
final class Searches {
    private static final int NETWORK = 24;

    private Searches() {}

    /** Over any time. */
    static Map<String, Function<FirewallEvent, RecordFilter>> anyTime() {
        var searches = new LinkedHashMap<String, Function<FirewallEvent, RecordFilter>>();
        searches.put("nothing in particular", event -> filter(null, null, null));
        searches.put("source", event -> filter(Cidr.of(event.source()), null, null));
        searches.put("destination", event -> filter(null, Cidr.of(event.destination()), null));
        searches.put("user", event -> filter(null, null, user(event)));
        searches.put("source in a /24", event -> filter(network(event), null, null));
        searches.put(
                "a source that is not there",
                event -> filter(Cidr.parse("192.0.2." + event.destinationPort() % 256), null, null));
        return searches;
    }

    /** Over the last 24 hours. */
    static Map<String, Function<FirewallEvent, RecordFilter>> lastDay(Instant now) {
        Instant from = now.minus(Duration.ofDays(1));
        var searches = new LinkedHashMap<String, Function<FirewallEvent, RecordFilter>>();
        searches.put("port", event -> with(from, now, null, event.destinationPort(), null, null, null, null, null));
        searches.put("a port that is not there", event -> with(from, now, null, 1, null, null, null, null, null));
        searches.put(
                "device", event -> with(from, now, event.text(EventText.DEVICE), null, null, null, null, null, null));
        searches.put(
                "source country",
                event -> with(from, now, null, null, event.text(EventText.SOURCE_LOCATION), null, null, null, null));
        searches.put(
                "rule", event -> with(from, now, null, null, null, event.text(EventText.RULE_NAME), null, null, null));
        searches.put("action", event -> with(from, now, null, null, null, null, event.actionText(), null, null));
        searches.put("threats", event -> with(from, now, null, null, null, null, null, LogType.THREAT, null));
        searches.put("critical", event -> with(from, now, null, null, null, null, null, null, Severity.CRITICAL));
        return searches;
    }

    private static RecordFilter filter(@Nullable Cidr source, @Nullable Cidr destination, @Nullable String user) {
        return new RecordFilter(
                null,
                null,
                null,
                source,
                destination,
                null,
                null,
                null,
                null,
                user,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private static RecordFilter with(
            Instant from,
            Instant until,
            @Nullable String device,
            @Nullable Integer port,
            @Nullable String country,
            @Nullable String rule,
            @Nullable String action,
            @Nullable LogType type,
            @Nullable Severity severity) {
        return new RecordFilter(
                from, until, device, null, null, country, null, null, port, null, rule, action, type, severity, null,
                null, false);
    }

    private static Cidr network(FirewallEvent event) {
        return Cidr.around(event.source(), NETWORK);
    }

    private static String user(FirewallEvent event) {
        String user = event.text(EventText.SOURCE_USER);
        return user.isEmpty() ? "nobody" : user;
    }
}
