// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static io.activedefense.contracts.event.EventText.DEVICE;
import static io.activedefense.contracts.event.EventText.RULE_NAME;
import static io.activedefense.contracts.event.EventText.SERIAL;
import static io.activedefense.contracts.event.EventText.SOURCE_USER;
import static io.activedefense.contracts.event.EventText.THREAT_NAME;

import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes events as rows of the archive, through COPY. */
final class RecordRows {
    /** The texts that have numbers in a row, besides the action and the countries. */
    private static final List<EventText> WORDS = List.of(DEVICE, RULE_NAME, THREAT_NAME, SERIAL);

    private static final List<String> COLUMNS = List.of(
            "seen",
            "sequence_number",
            "serial",
            "device",
            "rule",
            "threat",
            "action",
            "source_country",
            "destination_country",
            "source_port",
            "destination_port",
            "log_type",
            "severity",
            "filed_under_arrival",
            "copy",
            "source",
            "destination",
            "source_user",
            "event");
    private static final String COPY =
            "COPY log_record (" + String.join(", ", COLUMNS) + ") FROM STDIN WITH (FORMAT binary)";

    /** So much is laid out before it is sent, so that PostgreSQL files one part while we lay out the next. */
    private static final int PORTION = 1 << 16;

    /** A line of an index holds no more; the event has the whole. */
    private static final int LONGEST_USER = 200;

    private final WordTable words;
    private final LineCountries countries;
    private final CopyRows rows = new CopyRows();

    RecordRows(WordTable words, LineCountries countries) {
        this.words = words;
        this.countries = countries;
    }

    /**
     * A row to be.
     *
     * @param place the time that it is filed under
     * @param copy whether another row has the same line
     */
    record Row(FirewallEvent event, long place, boolean copy) {}

    void write(Connection connection, List<Row> all) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            rows.empty();
            rows.signature();
            for (Row row : all) {
                lay(row);
                if (rows.length() >= PORTION) {
                    send(copy);
                }
            }
            rows.trailer();
            send(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** The words of an event that have no number yet. */
    void collectUnknown(FirewallEvent event, Set<String> unknown) {
        for (EventText field : WORDS) {
            collectUnknown(event.text(field), unknown);
        }
        collectUnknown(event.actionText(), unknown);
        collectUnknown(countries.source(event).text(), unknown);
        collectUnknown(countries.destination(event).text(), unknown);
    }

    @Nullable Integer serial(FirewallEvent event) {
        return word(event.text(SERIAL));
    }

    static @Nullable Long sequenceNumber(FirewallEvent event) {
        String text = event.text(EventText.SEQUENCE_NUMBER);
        if (text.isEmpty() || event.text(SERIAL).isEmpty()) {
            return null;
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            return null; // No number that a firewall counts with: the line is not known by it.
        }
    }

    /** As it stands in the column and is looked for; absent: there is none. */
    static @Nullable String user(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String lower = WordTable.kept(text).toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST_USER ? lower : WordTable.kept(lower);
    }

    private void collectUnknown(String text, Set<String> unknown) {
        if (!text.isEmpty()) {
            String word = WordTable.kept(text);
            if (!words.knows(word)) {
                unknown.add(word);
            }
        }
    }

    private void lay(Row row) {
        FirewallEvent event = row.event();
        rows.row(COLUMNS.size());
        rows.time(row.place());
        Long sequenceNumber = sequenceNumber(event);
        rows.int8(sequenceNumber);
        rows.int4(sequenceNumber == null ? null : serial(event));
        rows.int4(word(event.text(DEVICE)));
        rows.int4(word(event.text(RULE_NAME)));
        rows.int4(word(event.text(THREAT_NAME)));
        rows.int4(word(event.actionText()));
        rows.int4(word(countries.source(event).text()));
        rows.int4(word(countries.destination(event).text()));
        rows.int4(event.sourcePort());
        rows.int4(event.destinationPort());
        rows.int2(Codes.of(event.logType()));
        rows.int2(Codes.of(event.severity()));
        rows.bool(row.place() != event.eventTimeMillis());
        rows.bool(row.copy());
        rows.inet(event.sourceHigh(), event.sourceLow());
        rows.inet(event.destinationHigh(), event.destinationLow());
        rows.text(user(event.text(SOURCE_USER)));
        rows.bytea(event.bytes());
    }

    private void send(CopyIn copy) throws SQLException {
        copy.writeToCopy(rows.bytes(), 0, rows.length());
        rows.empty();
    }

    private @Nullable Integer word(String text) {
        return text.isEmpty() ? null : words.number(WordTable.kept(text));
    }
}
