// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final StringWriter terminal = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void itSaysHowMuchIsRead() {
        var bar = bar(200);
        nanos.set(2_000_000_000L);
        bar.read(50, 4_000);
        assertThat(terminal).asString().contains("[#######", "  25 %, 4,000 lines, 2,000 lines/s");
    }

    @Test
    void itIsDrawnAtMostTenTimesASecond() {
        var bar = bar(1_000);
        for (int i = 1; i <= 1_000; i++) {
            nanos.addAndGet(1_000_000);
            bar.read(1, i);
        }
        assertThat(terminal.toString().split("\r", -1)).hasSize(1 + 10);
    }

    @Test
    void itLeavesNothingBehind() {
        var bar = bar(0);
        nanos.set(2_000_000_000L);
        bar.read(50, 4_000);
        bar.end();
        assertThat(terminal).asString().endsWith("\r\u001b[K").contains("reading: 4,000 lines");
    }

    @Test
    void whatIsDoneAtOnceDrawsNothing() {
        var bar = bar(10);
        bar.read(10, 1);
        bar.end();
        assertThat(terminal).asString().isEmpty();
    }

    private ProgressBar bar(long bytes) {
        return new ProgressBar(new PrintWriter(terminal), nanos::get, bytes);
    }
}
