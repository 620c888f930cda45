// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.device.Condition.Kind;
import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.contracts.settings.NewDevices;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceStatesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private DeviceSettings settings = DeviceSettings.DEFAULTS;

    @Test
    void registeredAndDiscoveredDevicesStandTogetherByName() {
        var registration = new Registration(new Device("PA-2", true, null, null, null), NOON, "admin");
        var states = DeviceStates.of(
                List.of(registration),
                List.of(file("PA-3", Standing.READ), file("PA-1", Standing.READ)),
                settings,
                NOON);
        assertThat(states.devices()).extracting(DeviceState::name).containsExactly("PA-1", "PA-2", "PA-3");
        assertThat(states.devices().get(1).registration()).isEqualTo(registration);
        assertThat(states.devices().get(1).standing()).isNull();
        assertThat(states.devices().get(0).registration()).isNull();
    }

    @ParameterizedTest(name = "last line {0} s ago: silent {1}")
    @CsvSource({"599, false", "600, false", "601, true", "90061, true"})
    void aDeviceThatStoppedToSendIsSilent(int secondsAgo, boolean silent) {
        assertThat(judged(file(Standing.READ, NOON.minusSeconds(secondsAgo), null))
                        .is(Kind.SILENT))
                .isEqualTo(silent);
    }

    @Test
    void silenceSaysSinceWhenAndHowLong() {
        var state = judged(file(Standing.READ, NOON.minusSeconds(90_061), null));
        assertThat(state.conditions())
                .containsExactly(new Condition(Kind.SILENT, "no line for 1 d 1 h", NOON.minusSeconds(90_061)));
    }

    @Test
    void whatNeverSentAnythingOrIsNotReadIsNotSilent() {
        Instant longAgo = NOON.minusSeconds(9_000);
        assertThat(judged(file(Standing.READ, null, null)).conditions()).isEmpty();
        assertThat(judged(file(Standing.DISABLED, longAgo, 999L)).conditions()).isEmpty();
    }

    @Test
    void noneIsSilentWhereTheSettingsSaySo() {
        settings = new DeviceSettings(NewDevices.ACCEPT, 10, 0, 120);
        assertThat(judged(file(Standing.READ, NOON.minusSeconds(90_061), null)).conditions())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource(
            nullValues = "fine",
            value = {
                "120, fine",
                "-120, fine",
                "121, its clock is 2 min 1 s slow",
                "-150, its clock is 2 min 30 s fast",
                "3590, its clock is 59 min 50 s slow: most likely its times are of another time zone",
                "19800, its clock is 5 h 30 min slow: most likely its times are of another time zone",
                "-3600, its clock is 1 h or more fast: most likely its times are of another time zone",
                "2700, its clock is 45 min slow"
            })
    void aClockThatIsOffIsTold(long skewSeconds, @Nullable String detail) {
        var conditions = judged(file(Standing.READ, NOON, skewSeconds)).conditions();
        assertThat(conditions).extracting(Condition::detail).isEqualTo(detail == null ? List.of() : List.of(detail));
    }

    @Test
    void aWaitingDeviceIsNoTroubleButToBeDecided() {
        var states = DeviceStates.of(
                List.of(), List.of(file("PA-1", Standing.WAITING), file("PA-2", Standing.OVER_LIMIT)), settings, NOON);
        assertThat(states.count(Kind.WAITING)).isEqualTo(2);
        assertThat(states.troubled()).isEmpty();
    }

    @Test
    void whileTheBridgeIsSilentNobodyKnows() {
        var states =
                DeviceStates.of(List.of(), List.of(file(Standing.READ, NOON, null)), settings, NOON.plusSeconds(1_000));
        assertThat(states.devices().getFirst().conditions())
                .containsExactly(new Condition(Kind.UNHEARD, "bridge one is silent", NOON));
        assertThat(states.troubled()).hasSize(1);
    }

    @Test
    void aFileThatHasGoneIsSilentWhileItsBridgeTellsOfOthers() {
        Instant later = NOON.plusSeconds(1_000);
        var states = DeviceStates.of(
                List.of(),
                List.of(file("PA-1", Standing.READ), at(later, file("PA-2", Standing.READ))),
                settings,
                later);
        assertThat(states.devices().get(0).is(Kind.SILENT)).isTrue();
    }

    private DeviceState judged(BridgeStatus file) {
        return DeviceStates.of(List.of(), List.of(file), settings, NOON)
                .devices()
                .getFirst();
    }

    private static BridgeStatus file(String device, Standing standing) {
        return file(device, standing, NOON, null);
    }

    private static BridgeStatus file(Standing standing, @Nullable Instant grewAt, @Nullable Long skew) {
        return file("PA-1", standing, grewAt, skew);
    }

    private static BridgeStatus file(String device, Standing standing, @Nullable Instant grewAt, @Nullable Long skew) {
        return new BridgeStatus(
                "one", "/logs/" + device, device, standing, 1, 0, 0, 1, Map.of(), List.of(), null, grewAt, skew, NOON);
    }

    private static BridgeStatus at(Instant at, BridgeStatus file) {
        return new BridgeStatus(
                file.instance(),
                file.file(),
                file.device(),
                file.standing(),
                1,
                0,
                0,
                1,
                Map.of(),
                List.of(),
                null,
                at,
                null,
                at);
    }
}
