// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.ingest.checkpoint.LineCounts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sink that does to lines what Kafka does: takes them into partitions, in order a partition, acknowledges them when the
 * test says so, and stays when the bridge crashes.
 */
final class InMemoryKafka implements LineSink {
    private static final int PARTITIONS = 3;
    private static final int ROOM = 8;

    /** A line as it arrived, the so manieth. */
    record Arrived(LineIdentity identity, String text, int number) {}

    /** A line that was sent. */
    private record Sent(LineIdentity identity, String text) {}

    private final List<List<Arrived>> partitions = new ArrayList<>();
    private final ArrayDeque<Underway> underway = new ArrayDeque<>();
    private final Set<String> unwanted = new HashSet<>();
    private boolean away;
    private int arrived;

    InMemoryKafka() {
        for (int i = 0; i < PARTITIONS; i++) {
            partitions.add(new ArrayList<>());
        }
    }

    void goAway() {
        away = true;
    }

    void comeBack() {
        away = false;
        acknowledgeAll();
    }

    void wants(String device, boolean wanted) {
        if (wanted) {
            unwanted.remove(device);
        } else {
            unwanted.add(device);
        }
    }

    boolean hasUnderway() {
        return !underway.isEmpty();
    }

    void acknowledgeAll() {
        underway.forEach(run -> run.land(run.lines.size()));
        underway.clear();
    }

    /** The bridge died: of what was underway, each partition has got a part, from its beginning. */
    void loseConnection(int landedLines) {
        int left = landedLines;
        for (Underway run : underway) {
            int landed = Math.min(left, run.lines.size());
            run.landPart(landed);
            left -= landed;
        }
        underway.clear();
    }

    /** What arrived in effect: in each partition, a line not above the last of its file's life is a repeat. */
    List<List<Arrived>> inEffect() {
        return partitions.stream().map(InMemoryKafka::withoutRepeats).toList();
    }

    private static List<Arrived> withoutRepeats(List<Arrived> partition) {
        var last = new HashMap<FileIdentity, Long>();
        var first = new ArrayList<Arrived>();
        for (Arrived line : partition) {
            if (line.identity.offset() > last.getOrDefault(line.identity.file(), -1L)) {
                last.put(line.identity.file(), line.identity.offset());
                first.add(line);
            }
        }
        return first;
    }

    @Override
    public boolean hasRoom() {
        return underway.size() < ROOM;
    }

    @Override
    public boolean wants(LogFile file) {
        return !unwanted.contains(file.device());
    }

    @Override
    public LineSink.Run begin(LogFile file) {
        return new Underway(file);
    }

    private final class Underway implements LineSink.Run, Delivery {
        private final LogFile file;
        private final List<Sent> lines = new ArrayList<>();
        private boolean acknowledged;

        Underway(LogFile file) {
            this.file = file;
        }

        @Override
        public void line(byte[] buffer, int from, int to, long offset) {
            var identity = new LineIdentity(file.identity(), offset, to - from);
            lines.add(new Sent(identity, new String(buffer, from, to - from, UTF_8)));
        }

        @Override
        public void tooLong(byte[] buffer, int from, int to, long offset, long length) {
            var identity = new LineIdentity(file.identity(), offset, (int) length);
            lines.add(new Sent(identity, new String(buffer, from, to - from, UTF_8)));
        }

        @Override
        public Delivery end() {
            underway.add(this);
            if (!away) {
                acknowledgeAll();
            }
            return this;
        }

        void land(int count) {
            landPart(count);
            acknowledged = true;
        }

        void landPart(int count) {
            for (Sent line : lines.subList(0, count)) {
                partitions
                        .get(Math.floorMod(line.text().hashCode(), PARTITIONS))
                        .add(new Arrived(line.identity, line.text, arrived++));
            }
        }

        @Override
        public boolean acknowledged() {
            return acknowledged;
        }

        @Override
        public LineCounts counts() {
            return new LineCounts(lines.size(), Map.of());
        }

        @Override
        public long newestEventMillis() {
            return NO_EVENT_TIME;
        }
    }
}
