// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.archive.Stretch;
import io.activedefense.blacklist.backtest.BacktestRun;
import io.activedefense.blacklist.backtest.BacktestRun.State;
import io.activedefense.blacklist.backtest.BacktestRunner;
import io.activedefense.blacklist.backtest.Backtests;
import io.activedefense.blacklist.backtest.Difference.Change;
import io.activedefense.blacklist.backtest.Question;
import io.activedefense.blacklist.backtest.TimeRange;
import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.LineCountries;
import io.activedefense.blacklist.record.LogRecord;
import io.activedefense.blacklist.testing.BreakingDataSource;
import io.activedefense.blacklist.testing.LoggedLines;
import io.activedefense.blacklist.testing.SettableClock;
import io.activedefense.blacklist.testing.TestDatabase;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresBacktestsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TimeRange A_DAY = new TimeRange(NOON.minus(Duration.ofHours(12)), NOON);

    private final SettableClock clock = new SettableClock(NOON);
    private final TestDatabase database = TestDatabase.shared();
    private final BreakingDataSource connections = new BreakingDataSource(database.dataSource());
    private final LoggedLines lines = new LoggedLines("PA-1", new FileIdentity(1, 2, 3));
    private final List<FirewallEvent> logged = new ArrayList<>();
    private Backtests backtests;
    private ArchivePersistence archive;

    @BeforeEach
    void startAgain() {
        database.startAgain();
        Persistence persistence = database.persistence(DefenseSettings.DEFAULTS, clock);
        persistence.prepare();
        backtests = persistence.backtests();
        archive = persistence.archive(connections);
    }

    @Test
    void whatItFindsIsKeptWithWhatFirewallsLetThrough() throws Exception {
        scan("8.1.1.1", 20);
        scan("8.1.1.2", 6);
        logged.add(lines.line("8.1.1.2", "5.6.7.9", 443, NOON.minusSeconds(60))
                .action(Action.ALLOW)
                .build());
        logged.add(lines.line("2a01:100::1", "5.6.7.9", 443, NOON.minusSeconds(60))
                .action(Action.ALLOW)
                .build());
        for (int i = 0; i < 6; i++) {
            logged.add(lines.traffic("2a01:100::" + i, "5.6.7.8", 20 + i, NOON.minusSeconds(90 - i)));
        }
        file();

        BacktestRun begun = new BacktestRunner(backtests, archive.past(), Runnable::run, clock)
                .begin(question(5), "anna")
                .orElseThrow();
        BacktestRun run = backtests.find(begun.id()).orElseThrow();
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.records()).isEqualTo(logged.size());
        assertThat(run.progress()).isEqualTo(1);
        assertThat(run.by()).isEqualTo("anna");
        assertThat(run.underTest().portScan().threshold()).isEqualTo(5);
        assertThat(run.counts()).containsEntry(Change.ADDED, 2).containsEntry(Change.CHANGED, 1);
        assertThat(run.allowed()).isEqualTo(2);
        assertThat(backtests.latest()).containsExactly(run);

        var added = backtests.outcomes(run.id(), Set.of(Change.ADDED), null, 0, 10);
        assertThat(added)
                .extracting(outcome -> outcome.found().difference().source().toString())
                .containsExactlyInAnyOrder("8.1.1.2", "2a01:100::/64");
        assertThat(added).allSatisfy(outcome -> {
            assertThat(outcome.found().sessions().allowed()).isOne();
            assertThat(outcome.found().sessions().country()).isEqualTo("RU");
            assertThat(outcome.listedNow()).isFalse();
        });
        assertThat(backtests.outcomes(run.id(), Set.of(), "8.1.1.1", 0, 10)).hasSize(1);
        assertThat(backtests.outcomes(run.id(), Set.of(), null, 1, 1)).hasSize(1);
        assertThat(backtests.outcomes(run.id(), Set.of(), null, 3, 1)).isEmpty();
    }

    @Test
    void oneRunsAtATimeUntilItIsCancelledOrSilent() throws Exception {
        BacktestRun first = backtests.begin(question(5), "anna", NOON).orElseThrow();
        assertThat(backtests.begin(question(6), "otto", NOON.plusSeconds(50))).isEmpty();
        assertThat(backtests.tell(first.id(), 0.5, 10, NOON.plusSeconds(55))).isTrue();
        assertThat(backtests.begin(question(6), "otto", NOON.plusSeconds(100))).isEmpty();

        assertThat(backtests.cancel(first.id(), NOON.plusSeconds(101))).isTrue();
        assertThat(backtests.tell(first.id(), 0.6, 20, NOON.plusSeconds(102))).isFalse();
        assertThat(backtests.cancel(first.id(), NOON.plusSeconds(103))).isFalse();
        assertThat(backtests.find(first.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);

        BacktestRun second =
                backtests.begin(question(6), "otto", NOON.plusSeconds(104)).orElseThrow();
        assertThat(second.at(NOON.plusSeconds(200)).failure()).isEqualTo("The process that ran it has ended.");
        assertThat(backtests.begin(question(7), "anna", NOON.plusSeconds(200))).isPresent();
    }

    @Test
    void oneThatCannotGoOnSaysWhy() throws Exception {
        var runner = new BacktestRunner(backtests, archive.past(), Runnable::run, clock);
        connections.breakAt(0, false);

        BacktestRun begun = runner.begin(question(5), "anna").orElseThrow();
        BacktestRun run = backtests.find(begun.id()).orElseThrow();
        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.failure()).startsWith("It could not go on: broken before");
    }

    /** Whatever the size of a page, and however many lines bear one time. */
    @Test
    void theArchiveIsReadInOrderAndEachLineOnce() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            logged.add(lines.traffic("8.1.1." + i % 50, "5.6.7.8", i, NOON.minusSeconds(1 + random.nextInt(40))));
        }
        file();

        for (int most : new int[] {1, 7, 100, 500, 1_000}) {
            var read = new ArrayList<LogRecord>();
            List<LogRecord> page = archive.past().next(A_DAY, null, most);
            while (!page.isEmpty()) {
                read.addAll(page);
                page = archive.past().next(A_DAY, page.getLast().key(), most);
            }
            assertThat(read).extracting(each -> each.event().eventTimeMillis()).isSorted();
            assertThat(read)
                    .extracting(each -> each.event().destinationPort())
                    .doesNotHaveDuplicates()
                    .hasSize(500);
        }
    }

    @Test
    void theLatestOfAnAddressOrItsNetworkComeFirst() {
        assertThat(archive.past().newest()).isEmpty();
        scan("8.1.1.1", 4);
        logged.add(lines.traffic("2a01:100::9", "5.6.7.8", 1, NOON.minusSeconds(9)));
        logged.add(lines.traffic("2a01:100::1", "5.6.7.8", 2, NOON.minusSeconds(8)));
        logged.add(lines.traffic("2a01:100:0:1::1", "5.6.7.8", 3, NOON.minusSeconds(7)));
        file();

        assertThat(archive.past().latestOf(Cidr.parse("8.1.1.1"), Instant.EPOCH, 2))
                .extracting(each -> each.event().destinationPort())
                .containsExactly(23, 22);
        assertThat(archive.past().latestOf(Cidr.parse("2a01:100::/64"), Instant.EPOCH, 10))
                .extracting(each -> each.event().destinationPort())
                .containsExactly(2, 1);
        assertThat(archive.past().newest()).contains(NOON.minusSeconds(7));
    }

    private void scan(String source, int ports) {
        for (int i = 0; i < ports; i++) {
            logged.add(lines.traffic(source, "5.6.7.8", 20 + i, NOON.minusSeconds(100 - i)));
        }
    }

    private void file() {
        archive.archive(new LineCountries(Countries.UNKNOWN))
                .file("topic-id", List.of(new Stretch(0, 0, logged.size(), logged)));
    }

    private static Question question(int ports) throws Exception {
        return new Question(A_DAY, DefenseSettings.DEFAULTS, threshold(ports));
    }

    private static DefenseSettings threshold(int ports) throws Exception {
        return Json.STRICT.readValue("{\"portScan\": {\"threshold\": " + ports + "}}", DefenseSettings.class);
    }
}
