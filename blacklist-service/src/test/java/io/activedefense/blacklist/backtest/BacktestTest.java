// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.backtest;

import static io.activedefense.blacklist.backtest.PastInMemory.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.blacklist.backtest.Difference.Change;
import io.activedefense.blacklist.backtest.Difference.Listing;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
    private static final TimeRange AN_HOUR = new TimeRange(NOON, NOON.plusSeconds(3_600));
    private static final List<String> PORT_SCAN = List.of("port-scan");

    private final PastInMemory past = new PastInMemory();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1_000})
    void itTellsWhoWouldBeListedAndWhoNotAndWhen(int recordsAStep) throws Exception {
        past.scan("8.1.1.1", 20, 100);
        past.scan("8.1.1.2", 13, 200);
        past.scan("8.1.1.3", 6, 300);
        past.seen("8.1.1.2", "5.6.7.9", 443, 400, Action.ALLOW);

        var more = run(threshold(15), recordsAStep);
        assertThat(more)
                .containsExactly(
                        new Difference(
                                Cidr.parse("8.1.1.1"),
                                new Listing(at(110), PORT_SCAN),
                                new Listing(at(115), PORT_SCAN)),
                        new Difference(Cidr.parse("8.1.1.2"), new Listing(at(210), PORT_SCAN), null));
        assertThat(more).extracting(Difference::change).containsExactly(Change.CHANGED, Change.DROPPED);

        var fewer = run(threshold(5), recordsAStep);
        assertThat(fewer).extracting(Difference::change).containsExactly(Change.CHANGED, Change.CHANGED, Change.ADDED);
        assertThat(run(threshold(10), recordsAStep))
                .extracting(Difference::change)
                .containsOnly(Change.SAME);
    }

    @Test
    void allowedSessionsOfWhatItFindsAreCounted() throws Exception {
        past.scan("8.1.1.2", 13, 200);
        past.seen("8.1.1.2", "5.6.7.9", 443, 400, Action.ALLOW);
        var backtest = new Backtest(new Question(AN_HOUR, threshold(10), threshold(15)), past);
        assertThat(backtest.step()).isFalse();

        assertThat(backtest.found())
                .singleElement()
                .satisfies(found -> assertThat(found.sessions().allowed()).isOne());
        assertThat(backtest.judged()).isEqualTo(14);
    }

    @Test
    void windowsAreFullWhenItBegins() throws Exception {
        past.scan("8.1.1.1", 20, -12);

        assertThat(run(threshold(15), 100))
                .containsExactly(new Difference(
                        Cidr.parse("8.1.1.1"), new Listing(at(-2), PORT_SCAN), new Listing(at(3), PORT_SCAN)));
    }

    @Test
    void whatNeitherListsWithinItsTimeIsNotTold() throws Exception {
        past.scan("8.1.1.1", 20, -100);
        past.scan("8.1.1.2", 3, 10);
        past.scan("8.1.1.3", 20, 3_700);

        assertThat(run(threshold(15), 100)).isEmpty();
    }

    @Test
    void itTellsHowFarItIs() throws Exception {
        past.seen("8.1.1.1", "5.6.7.8", 22, 0, Action.DROP);
        past.seen("8.1.1.1", "5.6.7.8", 22, 1_800, Action.DROP);
        past.seen("8.1.1.1", "5.6.7.8", 22, 3_599, Action.DROP);
        var backtest = new Backtest(new Question(AN_HOUR, threshold(10), threshold(10)), past, 1);

        assertThat(backtest.progress()).isZero();
        assertThat(backtest.step()).isTrue();
        assertThat(backtest.progress()).isBetween(0.1, 0.2);
        backtest.step();
        backtest.step();
        assertThat(backtest.step()).isFalse();
        assertThat(backtest.progress()).isGreaterThan(0.99);
    }

    @Test
    void whyNotLooksAtTwiceTheWindowBeforeTheAddressWasLastSeen() throws Exception {
        past.scan("8.1.1.1", 5, 0);
        past.scan("8.1.1.1", 4, 3_000);
        past.scan("8.9.9.9", 1, 3_500);

        WhyNot.Answer answer = new WhyNot(past).of(Cidr.parse("8.1.1.1"), threshold(10));
        assertThat(answer.records()).isEqualTo(4);
        assertThat(answer.whole()).isTrue();
        assertThat(answer.to()).isEqualTo(at(3_003));
        assertThat(answer.archivedTo()).isEqualTo(at(3_500));
        assertThat(answer.rules().getFirst().missing()).isEqualTo(7);
        assertThat(new WhyNot(past).of(Cidr.parse("8.2.2.2"), threshold(10)).to())
                .isNull();
    }

    private List<Difference> run(DefenseSettings underTest, int recordsAStep) throws JsonProcessingException {
        var backtest = new Backtest(new Question(AN_HOUR, threshold(10), underTest), past, recordsAStep);
        boolean more = true;
        while (more) {
            more = backtest.step();
        }
        return backtest.found().stream().map(Found::difference).toList();
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static DefenseSettings threshold(int ports) throws JsonProcessingException {
        return Json.STRICT.readValue("{\"portScan\": {\"threshold\": " + ports + "}}", DefenseSettings.class);
    }
}
