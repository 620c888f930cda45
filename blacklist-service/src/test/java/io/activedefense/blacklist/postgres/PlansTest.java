// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL searches as docs/decisions/0061 says. */
class PlansTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestDatabase DATABASE = TestDatabase.shared();
    private static final String DAY = "seen >= '2026-03-01T00:00:00Z' AND seen < '2026-03-02T00:00:00Z'";

    @BeforeAll
    static void fileLines() {
        DATABASE.startAgain();
        var clock = new SettableClock(NOON);
        Persistence persistence = DATABASE.persistence(DefenseSettings.DEFAULTS, clock);
        persistence.prepare();
        var lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));
        var events = new ArrayList<FirewallEvent>();
        for (int i = 0; i < 20_000; i++) {
            String source = "8." + i % 199 + "." + i % 211 + "." + i % 97;
            events.add(lines.line(source, "198.51." + i % 89 + "." + i % 83, i % 1_000, NOON.minusSeconds(i))
                    .text(EventText.SOURCE_USER, i % 10 == 0 ? "user-" + i % 77 : "")
                    .build());
        }
        persistence
                .archive(DATABASE.dataSource())
                .archive(new LineCountries(Countries.UNKNOWN))
                .file("topic-id", List.of(new Stretch(0, 0, events.size(), events)));
        DATABASE.execute("VACUUM (ANALYZE) log_record");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "true | seen_id",
                "source = '8.1.2.3' | source_seen",
                "source >= '8.1.2.0' AND source <= '8.1.2.255' | source_seen",
                "destination = '198.51.7.7' | destination_seen",
                "source_user = 'user-7' | source_user_seen",
                "source_user LIKE 'user-7%' AND source = '8.1.2.3' | source_seen"
            })
    void aSearchIsServedByItsIndex(String condition, String index) {
        String plan = DATABASE.ask("SELECT string_agg(line, ' ') FROM plan_of($$SELECT event FROM log_record WHERE "
                + DAY + " AND " + condition + " ORDER BY seen DESC, id DESC LIMIT 100$$) AS line");

        assertThat(plan).contains("log_record_20260301_" + index + "_idx").doesNotContain("Seq Scan");
    }

    @BeforeAll
    static void explain() {
        DATABASE.execute("""
                CREATE OR REPLACE FUNCTION plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
                BEGIN RETURN QUERY EXECUTE 'EXPLAIN ' || query; END $$
                """);
    }
}
