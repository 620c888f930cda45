// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.contracts.settings.LineFormat;
import io.activedefense.contracts.status.RefusedLine;
import io.activedefense.contracts.status.Standing;
import io.activedefense.ingest.checkpoint.LineCounts;
import io.activedefense.ingest.tail.Delivery;
import io.activedefense.ingest.tail.FileProgress;
import io.activedefense.ingest.tail.LogFile;
import io.activedefense.ingest.testing.SettableClock;
import io.activedefense.logformat.EventTimes;
import io.activedefense.logformat.LogFormats;
import io.activedefense.logformat.ParseOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final LogFile FILE = new LogFile(new FileIdentity(1, 2, 3), Path.of("/logs/PA-1.log"));
    private static final LogFile NEXT = new LogFile(new FileIdentity(1, 9, 3), Path.of("/logs/PA-1.log"));

    private final SettableClock clock = new SettableClock(NOON);
    private final Devices devices = new Devices(
            Set.of(),
            new DeviceFormats((zone, format) -> LogFormats.recognised(EventTimes.of(zone)), ZoneOffset.UTC),
            file -> Optional.of(NOON.minusSeconds(3_600)),
            clock);

    @Test
    void noLineIsReadBeforeItIsKnownWhatOperatorsDecided() {
        assertThat(devices.mayRead(FILE)).isFalse();
        assertThat(devices.look(List.of(progress(FILE, 0, 10)))).isEmpty();
        decide();
        assertThat(devices.mayRead(FILE)).isTrue();
    }

    @Test
    void anotherTimeZoneHoldsFromTheNextLineOn() {
        decide();
        assertThat(event("2026/11/22 12:00:00").eventTimeMillis()).isEqualTo(NOON.toEpochMilli());
        decide(new Device("PA-1", true, ZoneId.of("Europe/Vienna"), null, null));
        assertThat(event("2026/11/22 12:00:00").eventTimeMillis())
                .isEqualTo(NOON.minusSeconds(3_600).toEpochMilli());
    }

    @Test
    void anOperatorCanNameEveryFormatThereIs() {
        assertThat(LineFormat.values()).extracting(LineFormat::label).hasSameElementsAs(LogFormats.names());
    }

    @Test
    void aDisabledDeviceShowsSo() {
        decide(new Device("PA-1", false, null, null, null));
        assertThat(devices.mayRead(FILE)).isFalse();
        assertThat(look(progress(FILE, 7, 93)).standing()).isEqualTo(Standing.DISABLED);
    }

    @Test
    void whatTheFileHeldBeforeWasWrittenWhenItsFolderSays() {
        decide();
        assertThat(look(progress(FILE, 0, 100)).grewAt()).isEqualTo(NOON.minusSeconds(3_600));
        assertThat(look(progress(FILE, 100, 0)).grewAt()).isEqualTo(NOON.minusSeconds(3_600));
        assertThat(look(progress(FILE, 100, 1)).grewAt()).isEqualTo(clock.instant());
    }

    @Test
    void aFileThatWasAlwaysEmptyNeverGrew() {
        decide();
        assertThat(look(progress(FILE, 0, 0)).grewAt()).isNull();
    }

    @Test
    void rotationIsNoLine() {
        decide();
        look(progress(FILE, 100, 0));
        assertThat(look(progress(FILE, 100, 0), progress(NEXT, 0, 0)).grewAt()).isEqualTo(NOON.minusSeconds(3_600));
        assertThat(look(progress(FILE, 100, 0), progress(NEXT, 0, 5)).progress().lagBytes())
                .isEqualTo(5);
    }

    @Test
    void theNewestFileStandsForItsNameWithTheLagAndTheLinesOfAll() {
        decide();
        var statuses = devices.look(List.of(progress(FILE, 9_000, 70), progress(NEXT, 350, 30)));
        assertThat(statuses).hasSize(1);
        assertThat(statuses.getFirst().progress())
                .isEqualTo(progress(NEXT, 350, 30).behind(progress(FILE, 9_000, 70)));
        assertThat(statuses.getFirst().progress().lagBytes()).isEqualTo(100);
        assertThat(statuses.getFirst().progress().counts().lines()).isEqualTo(2);
    }

    @Test
    void twoFoldersMayHaveALogOfTheSameName() {
        decide();
        var other = new LogFile(new FileIdentity(1, 7, 3), Path.of("/elsewhere/PA-1.log"));
        assertThat(devices.look(List.of(progress(FILE, 9_000, 70), progress(other, 350, 30))))
                .extracting(
                        status -> status.progress().file(),
                        status -> status.progress().lagBytes())
                .containsExactly(tuple(FILE, 70L), tuple(other, 30L));
    }

    @Test
    void lagInSecondsIsTheAgeOfTheOldestBytesThatWait() {
        decide();
        look(progress(FILE, 100, 0));
        look(progress(FILE, 100, 50));
        assertThat(look(progress(FILE, 100, 80)).lagSeconds()).isEqualTo(1);
        assertThat(look(progress(FILE, 150, 60)).lagSeconds()).isEqualTo(1);
        assertThat(look(progress(FILE, 180, 30)).lagSeconds()).isEqualTo(1);
        assertThat(look(progress(FILE, 210, 0)).lagSeconds()).isZero();
    }

    @Test
    void lagIsToldTooLongRatherThanTooShortHoweverLongItLasts() {
        decide();
        for (int second = 1; second <= 1_000; second++) {
            look(progress(FILE, 0, second));
        }
        assertThat(look(progress(FILE, 0, 1_000)).lagSeconds()).isEqualTo(1_000);
        assertThat(look(progress(FILE, 500, 500)).lagSeconds()).isBetween(501L, 540L);
    }

    @Test
    void theClockIsJudgedByLinesThatWereJustWrittenOnly() {
        decide();
        look(progress(FILE, 0, 1_000));
        for (int i = 0; i < 10; i++) { // a backlog of yesterday
            clock.set(clock.instant().plusSeconds(1));
            devices.read(FILE, event(100L * i, clock.instant().minusSeconds(86_400)));
        }
        assertThat(look(progress(FILE, 1_000, 0)).clockSkewSeconds()).isNull();
        for (int i = 0; i < 3; i++) {
            clock.set(clock.instant().plusSeconds(1));
            devices.read(FILE, event(1_000 + 100L * i, clock.instant().minusSeconds(150)));
        }
        assertThat(look(progress(FILE, 1_300, 0)).clockSkewSeconds()).isEqualTo(150);
    }

    @Test
    void refusedLinesLeaveAFewSamplesOfEachReason() {
        decide();
        for (int i = 0; i < 5; i++) {
            clock.set(clock.instant().plusSeconds(1));
            refuse("time", i, "late\u202e " + i);
        }
        refuse("severity", 9, "odd");
        refuse("severity", 10, "within the same second");
        assertThat(look(progress(FILE, 100, 0)).refused())
                .extracting(RefusedLine::reason, RefusedLine::offset, RefusedLine::text)
                .containsExactly(
                        tuple("severity", 9L, "odd"),
                        tuple("time", 3L, "late\ufffd 3"),
                        tuple("time", 4L, "late\ufffd 4"));
    }

    private void refuse(String reason, long offset, String line) {
        byte[] bytes = line.getBytes(UTF_8);
        devices.refused(FILE, reason, offset, bytes, 0, bytes.length);
    }

    private void decide(Device... decided) {
        devices.decided(new Decisions(
                Arrays.stream(decided).collect(Collectors.toMap(Device::name, Function.identity())),
                DeviceSettings.DEFAULTS));
    }

    /** A second later. */
    private FileStatus look(FileProgress... progress) {
        clock.set(clock.instant().plusSeconds(1));
        return devices.look(List.of(progress)).getFirst();
    }

    private static FileProgress progress(LogFile file, long offset, long lagBytes) {
        return new FileProgress(file, offset, lagBytes, new LineCounts(1, Map.of()), Delivery.NO_EVENT_TIME);
    }

    private FirewallEvent event(long offset, Instant at) {
        return event(offset, LOCAL.format(at.atOffset(ZoneOffset.UTC)));
    }

    private FirewallEvent event(String timeReceived) {
        return event(0, timeReceived);
    }

    private FirewallEvent event(long offset, String timeReceived) {
        byte[] line = ("SrcLocation=; SrcIP=198.51.100.1; SrcPort=40000; SrcUser=; DstLocation=; DstIP=192.0.2.1;"
                        + " DstPort=22; Action=deny; RuleName=r; RuleID=1; TimeReceived=" + timeReceived
                        + "; ThreatName=; ThreatID=; Severity=; Subtype=deny; Type= TRAFFIC;")
                .getBytes(UTF_8);
        var writer = new FirewallEventWriter();
        assertThat(devices.formatOf("PA-1").parse(line, 0, line.length, clock.millis(), writer))
                .isEqualTo(ParseOutcome.Parsed.PARSED);
        return writer.line(FILE.identity(), offset, line.length).build();
    }
}
