// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.LineIdentity;
import io.activedefense.ingest.tail.InMemoryKafka.Arrived;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest extends FollowingTest {
    @Test
    void aFileIsReadFromItsBeginning() throws IOException {
        append(log, "one\ntwo\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void aFileWhoseLinesAreNotWantedKeepsThemUntilTheyAre() throws IOException {
        append(log, "one\n");
        bridge.settle();
        kafka.wants("PA-1", false);
        append(log, "two\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one");
        kafka.wants("PA-1", true);
        append(log, "three\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "three");
    }

    @Test
    void anUnfinishedLineWaitsForItsEnd() throws IOException {
        append(log, "one\nsecond h");
        bridge.settle();
        assertThat(texts()).containsExactly("one");
        append(log, "alf\n");
        bridge.settle();
        assertThat(texts()).containsExactly("one", "second half");
    }

    @Test
    void aLineKnowsWhereItStands() throws IOException {
        append(log, "one\r\n\ntwo\n");
        bridge.settle();
        var identities = kafka.inEffect().stream().flatMap(List::stream).map(Arrived::identity);
        FileIdentity file = bridge.progress().getFirst().file().identity();
        assertThat(identities)
                .containsExactlyInAnyOrder(
                        new LineIdentity(file, 0, 4), new LineIdentity(file, 5, 0), new LineIdentity(file, 6, 3));
    }

    @Test
    void aHoleBeforeALineIsPassedOver() throws IOException {
        append(log, "\0".repeat(300_000) + "after a hole\nnext\n");
        bridge.settle();
        assertThat(texts()).containsExactly("after a hole", "next");
    }

    @Test
    void aLineThatIsTooLongIsHandedOverByItsBeginningAndTheNextIsIntact() throws IOException {
        append(log, "one\n" + "x".repeat(Tailer.LONGEST_LINE) + "\n" + "y".repeat(1_000_000) + "\nlast\n");
        bridge.settle();
        assertThat(texts())
                .containsExactly("one", "x".repeat(Tailer.LONGEST_LINE), "y".repeat(Tailer.LONGEST_LINE), "last");
        assertThat(kafka.inEffect().stream()
                        .flatMap(List::stream)
                        .map(line -> line.identity().length()))
                .containsExactlyInAnyOrder(3, Tailer.LONGEST_LINE, 1_000_000, 4);
    }

    @Test
    void aLineThatGrowsTooLongInPiecesIsOneLine() throws IOException {
        for (int piece = 0; piece < 10; piece++) {
            append(log, "y".repeat(50_000));
            bridge.settle();
        }
        append(log, "\nlast\n");
        bridge.settle();
        assertThat(texts()).containsExactly("y".repeat(Tailer.LONGEST_LINE), "last");
    }

    @Test
    void nothingIsReadTwiceAfterARestart() throws IOException {
        append(log, "one\n");
        bridge.settle();
        bridge.restart();
        append(log, "two\n");
        bridge.settle();
        assertThat(bridge.listener.told).containsExactly("following PA-1.log from 0", "following PA-1.log from 4");
        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void whatWasNotAcknowledgedIsReadAgainAfterACrashUnderTheSameIdentity() throws IOException {
        append(log, "one\n");
        bridge.settle();
        kafka.goAway();
        append(log, "two\nthree\n");
        bridge.settle();
        kafka.loseConnection(1);
        bridge.crash();
        kafka.comeBack();
        bridge.settle();
        assertThat(texts()).containsExactly("one", "two", "three");
        assertThat(bridge.listener.told).last().isEqualTo("following PA-1.log from 4");
    }

    @Test
    void readingWaitsWhileKafkaIsAwayAndGoesOnAfter() throws IOException {
        kafka.goAway();
        append(log, "x".repeat(999).concat("\n").repeat(5_000));
        bridge.settle();
        assertThat(bridge.progress().getFirst().lagBytes()).isEqualTo(5_000_000);
        assertThat(kafka.hasRoom()).isFalse();
        append(log, "more\n");
        bridge.settle();
        assertThat(bridge.progress().getFirst().lagBytes()).isEqualTo(5_000_005);
        kafka.comeBack();
        bridge.settle();
        assertThat(bridge.progress().getFirst().lagBytes()).isZero();
        assertThat(kafka.inEffect().stream().mapToInt(List::size).sum()).isEqualTo(5_001);
    }

    @Test
    void oneBusyFileDoesNotStarveTheOthers() throws IOException {
        append(folder.resolve("busy.log"), "x".repeat(999).concat("\n").repeat(5_000));
        append(folder.resolve("quiet.log"), "one\n");
        bridge.pass(Duration.ofSeconds(1));
        for (int round = 0; round < 3; round++) {
            bridge.step();
        }
        assertThat(texts()).contains("one").hasSizeLessThan(1_000);
    }
}
