// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderedLogTest {
    private static final long GRACE = RuleSet.GRACE.toSeconds();

    /** Late is, by definition, what is older than the newest before it by more than the grace. */
    @Property(tries = 300)
    void whatIsNotLateComesInOrderAndWhatIsLateComesAtOnce(@ForAll("times") List<Integer> seconds) throws IOException {
        var inTime = new ArrayList<Long>();
        var late = new ArrayList<Long>();
        long newest = 0;
        for (long second : seconds) {
            newest = Math.max(newest, second);
            (second < newest - GRACE ? late : inTime).add(second);
        }
        inTime.sort(null);

        var seenLate = new ArrayList<Long>();
        var tally = new Tally();
        var log = open(seconds, seenLate, tally);
        var seen = new ArrayList<FirewallEvent>();
        for (var event = log.next(); event != null; event = log.next()) {
            seen.add(event);
        }

        assertThat(seen).extracting(OrderedLogTest::second).isEqualTo(inTime);
        assertThat(seen).isSortedAccordingTo(new EventOrder());
        assertThat(seenLate).isEqualTo(late);
        assertThat(tally.lateEvents()).isEqualTo(late.size());
        assertThat(tally.events()).isEqualTo(seconds.size());
    }

    private static OrderedLog open(List<Integer> seconds, List<Long> late, Tally tally) {
        String text = IntStream.range(0, seconds.size())
                .mapToObj(i -> LogLines.attempt("11.0.0.7", "192.0.2.9", 60_000 - i, seconds.get(i)))
                .collect(Collectors.joining("\n"));
        var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var source = new StandardInput(stream, Instant.EPOCH.toEpochMilli());
        return new OrderedLog(source, stream, event -> true, event -> late.add(second(event)), tally);
    }

    /** Often exactly one grace apart, where it is decided what is late and what is settled. */
    @Provide
    Arbitrary<List<Integer>> times() {
        return Arbitraries.oneOf(Arbitraries.integers().between(0, 2_000), Arbitraries.of(0, 600, 601, 1_200, 1_800))
                .list()
                .ofMaxSize(200);
    }

    private static long second(FirewallEvent event) {
        return (event.eventTimeMillis() - LogLines.NOON.toEpochMilli()) / 1000;
    }
}
