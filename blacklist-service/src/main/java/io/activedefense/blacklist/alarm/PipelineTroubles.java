// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import io.activedefense.blacklist.device.Words;
import io.activedefense.blacklist.status.ServiceStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import io.activedefense.contracts.status.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What waits too long on its way from the log to the rules. Lines wait for the bridge by their own age. Events always wait
 * for the detector, some of them, while it works; too long is when it has had more of them before it for minutes than it
 * judges in one. While the system is off they may wait, but not longer than Kafka keeps them.
 */
public final class PipelineTroubles implements Troubles {
    private static final Duration LONGEST_IN_FILE = Duration.ofMinutes(2);
    private static final Duration LONGEST_BEHIND = Duration.ofMinutes(5);
    private static final Duration A_ROUND = Duration.ofMinutes(1);
    private static final Duration KEPT_BY_KAFKA = Duration.ofDays(7);
    private static final Duration WARNING = Duration.ofDays(2);

    private final ServiceStatus status;
    private final Clock clock;
    private @Nullable Look last;
    private @Nullable Instant behindSince;

    /** How much was judged by then. */
    private record Look(Instant at, long judged) {}

    public PipelineTroubles(ServiceStatus status, Clock clock) {
        this.status = status;
        this.clock = clock;
    }

    @Override
    public String source() {
        return "pipeline";
    }

    @Override
    public List<Trouble> found() {
        StatusReport report = status.report();
        return Stream.concat(bridges(report), detector(report).stream()).toList();
    }

    private static Stream<Trouble> bridges(StatusReport report) {
        return report.bridges().stream()
                .filter(file -> file.standing() == Standing.READ)
                .filter(file -> file.lagSeconds() > LONGEST_IN_FILE.toSeconds())
                .collect(Collectors.groupingBy(
                        BridgeStatus::instance, Collectors.maxBy(Comparator.comparingLong(BridgeStatus::lagSeconds))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .map(PipelineTroubles::waitsInFile);
    }

    private Optional<Trouble> detector(StatusReport report) {
        Instant now = clock.instant();
        boolean off = report.detector().stream().noneMatch(DetectorStatus::on);
        boolean behind = !off && isBehind(report, now);
        behindSince = !behind ? null : behindSince == null ? now : behindSince;
        if (off) {
            return report.detector().isEmpty() ? Optional.empty() : backlog(report, now);
        }
        return behindSince != null && !behindSince.plus(LONGEST_BEHIND).isAfter(now)
                ? Optional.of(waitsForDetector(behindSince))
                : Optional.empty();
    }

    /** Whether more waits than is judged in a round, at the pace since the last look. */
    private boolean isBehind(StatusReport report, Instant now) {
        Long waiting = report.eventLag();
        long judged =
                report.detector().stream().mapToLong(DetectorStatus::events).sum();
        Look before = last;
        if (before == null || judged != before.judged()) {
            last = new Look(now, judged);
        }
        if (waiting == null || waiting == 0 || before == null) {
            return false;
        }
        if (judged == before.judged()) {
            // It tells of itself now and then: between its words it seems to stand still, and that is no lag yet.
            return behindSince != null || before.at().isBefore(now.minus(LONGEST_BEHIND));
        }
        double seconds = Math.max(1, Duration.between(before.at(), now).toMillis() / 1e3);
        return waiting > (judged - before.judged()) / seconds * A_ROUND.toSeconds();
    }

    private static Optional<Trouble> backlog(StatusReport report, Instant now) {
        Long waiting = report.eventLag();
        Instant progress = report.detectorProgress();
        if (waiting == null || waiting == 0 || progress == null) {
            return Optional.empty();
        }
        boolean ends = progress.isBefore(now.minus(KEPT_BY_KAFKA).plus(WARNING));
        return ends ? Optional.of(backlogEnds(progress)) : Optional.empty();
    }

    private static Trouble waitsInFile(BridgeStatus file) {
        Duration lag = Duration.ofMinutes(file.lagSeconds() / 60);
        return new Trouble(
                AlarmKind.PIPELINE_LAG.id(),
                "ingest bridge " + file.instance(),
                "Lines of " + file.device() + " have waited in their file for " + Words.of(lag) + ".",
                "See whether Kafka runs and takes what the bridge sends, and how busy its machine is. Nothing is lost.");
    }

    private static Trouble waitsForDetector(Instant since) {
        return new Trouble(
                AlarmKind.PIPELINE_LAG.id(),
                "detector",
                "Since " + since + " more events wait for it than it judges in a minute.",
                "See how busy its machine is; add threads or another instance. Nothing is lost for seven days.");
    }

    private static Trouble backlogEnds(Instant progress) {
        return new Trouble(
                AlarmKind.BACKLOG_ENDS.id(),
                "detector",
                "The system is off, and events since " + progress + " wait. Kafka deletes them after seven days.",
                "Turn the system on: it works off what waits. What Kafka has deleted is never judged.");
    }
}
