// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.record.RecordKey;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An archive of a few lines; times are seconds since a noon. */
final class PastInMemory implements ArchivedPast {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Comparator<LogRecord> ORDER = Comparator.comparingLong(
                    (LogRecord logged) -> logged.key().seenMillis())
            .thenComparingLong(logged -> logged.key().id());

    private final List<LogRecord> records = new ArrayList<>();

    /** A session at a port of a host. */
    void seen(String source, String destination, int port, int second, Action action) {
        Instant at = NOON.plusSeconds(second);
        var event = new FirewallEventWriter()
                .source(IpAddress.parse(source), 40_000)
                .destination(IpAddress.parse(destination), port)
                .time(at.toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .arrival(at.toEpochMilli())
                .logType(LogType.TRAFFIC)
                .subtype(Subtype.END)
                .action(action)
                .text(EventText.DEVICE, "PA-1")
                .build();
        records.add(new LogRecord(new RecordKey(at.toEpochMilli(), records.size()), false, false, event));
        records.sort(ORDER);
    }

    /** So many ports of one host, one a second. */
    void scan(String source, int ports, int fromSecond) {
        for (int i = 0; i < ports; i++) {
            seen(source, "5.6.7.8", 20 + i, fromSecond + i, Action.DROP);
        }
    }

    @Override
    public List<LogRecord> next(TimeRange range, @Nullable RecordKey after, int most) {
        return records.stream()
                .filter(logged -> range.holds(logged.key().seenMillis()))
                .filter(logged -> after == null || ORDER.compare(logged, at(after)) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<LogRecord> latestOf(Cidr source, Instant from, int most) {
        return records.reversed().stream()
                .filter(logged -> source.contains(logged.event().source()))
                .filter(logged -> !logged.key().seen().isBefore(from))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Instant> newest() {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.getLast().key().seen());
    }

    @Override
    public Map<Cidr, Sessions> sessions(TimeRange range, List<Cidr> sources) {
        var sessions = new HashMap<Cidr, Sessions>();
        for (Cidr source : sources) {
            long allowed = latestOf(source, range.from(), Integer.MAX_VALUE).stream()
                    .filter(logged -> !logged.event().action().denied())
                    .count();
            sessions.put(source, new Sessions(allowed, null));
        }
        return sessions;
    }

    private static LogRecord at(RecordKey key) {
        return new LogRecord(
                key,
                false,
                false,
                new FirewallEventWriter()
                        .source(IpAddress.parse("0.0.0.0"), 0)
                        .destination(IpAddress.parse("0.0.0.0"), 0)
                        .build());
    }
}
