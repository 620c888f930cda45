// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.poller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PollLogTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final PollerKey FIREWALL = new PollerKey("blacklist", "192.0.2.7");

    private final PollLog log = new PollLog();

    @Test
    void everyPollIsTakenOnceWhileOthersCome() throws Exception {
        long taken = 0;
        try (var pollers = Executors.newFixedThreadPool(3)) {
            var working = List.of(
                    pollers.submit(() -> poll(10_000)),
                    pollers.submit(() -> poll(10_000)),
                    pollers.submit(() -> poll(10_000)));
            while (!working.stream().allMatch(work -> work.isDone())) {
                taken += count(log.take());
            }
            for (var work : working) {
                work.get();
            }
        }

        assertThat(taken + count(log.take())).isEqualTo(30_000);
    }

    @Test
    void whoeverComesFromTooManyAddressesFillsNoMemory() {
        for (int i = 0; i < PollLog.MOST_POLLERS + 5; i++) {
            log.record(new PollerKey("blacklist", "2001:db8::" + i), NOON, 401, null, null);
        }
        log.record(new PollerKey("blacklist", "2001:db8::0"), NOON, 401, null, null);

        assertThat(log.takeUnrecorded()).isEqualTo(5);
        assertThat(log.takeUnrecorded()).isZero();
        Map<PollerKey, Tally> taken = log.take();
        assertThat(taken).hasSize(PollLog.MOST_POLLERS);
        assertThat(count(taken)).isEqualTo(PollLog.MOST_POLLERS + 1);
    }

    @Test
    void whatCanNotBeWrittenIsWrittenTheNextTime() {
        var table = new Table();
        var writer = new PollWriter(log, table, Clock.fixed(NOON, ZoneOffset.UTC));
        log.record(FIREWALL, NOON, 200, null, null);
        table.down = true;
        assertThatThrownBy(writer::step).hasMessage("the database is away");
        log.record(FIREWALL, NOON.plusSeconds(5), 304, "\"v1\"", null);

        table.down = false;
        assertThat(writer.step()).isEqualTo(PollWriter.EVERY);

        assertThat(table.written.get(FIREWALL))
                .isEqualTo(new Tally(2, 0, NOON.plusSeconds(5), 304, NOON.plusSeconds(5), "\"v1\"", null));
        assertThat(log.take()).isEmpty();
    }

    private void poll(int times) {
        for (int i = 0; i < times; i++) {
            log.record(FIREWALL, NOON, 304, null, null);
        }
    }

    private static long count(Map<PollerKey, Tally> taken) {
        return taken.values().stream().mapToLong(Tally::polls).sum();
    }

    private static final class Table implements Pollers {
        private final Map<PollerKey, Tally> written = new HashMap<>();
        private boolean down;

        @Override
        public List<Poller> all() {
            return List.of();
        }

        @Override
        public void add(Map<PollerKey, Tally> polls) {
            if (down) {
                throw new IllegalStateException("the database is away");
            }
            polls.forEach((key, tally) -> written.merge(key, tally, Tally::then));
        }

        @Override
        public boolean forget(PollerKey poller) {
            return written.remove(poller) != null;
        }

        @Override
        public void forgetUnseen(Instant friends, Instant strangers) {
            assertThat(friends).isBefore(strangers);
        }
    }
}
