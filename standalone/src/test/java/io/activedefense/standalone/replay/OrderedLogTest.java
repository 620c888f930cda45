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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderedLogTest {
    private static final long GRACE = RuleSet.GRACE.toSeconds();

    /** Late is, by definition, what is older than the newest before it by more than the grace. */
    @Property(tries = 300)
    void whatIsNotLateComesInOrderAndWhatIsLateComesAtOnce(
            @ForAll @Size(max = 200) List<@IntRange(max = 2_000) Integer> seconds) throws IOException {
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
        var seen = new ArrayList<Long>();
        for (var event = log.next(); event != null; event = log.next()) {
            seen.add(second(event));
        }

        assertThat(seen).isEqualTo(inTime);
        assertThat(seenLate).isEqualTo(late);
        assertThat(tally.lateEvents()).isEqualTo(late.size());
        assertThat(tally.events()).isEqualTo(seconds.size());
    }

    private static OrderedLog open(List<Integer> seconds, List<Long> late, Tally tally) {
        String text = seconds.stream()
                .map(second -> LogLines.attempt("11.0.0.7", "192.0.2.9", 22, second))
                .collect(Collectors.joining("\n"));
        var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var source = new StandardInput(stream, Instant.EPOCH.toEpochMilli());
        return new OrderedLog(source, stream, event -> true, event -> late.add(second(event)), tally);
    }

    private static long second(FirewallEvent event) {
        return (event.eventTimeMillis() - LogLines.NOON.toEpochMilli()) / 1000;
    }
}
