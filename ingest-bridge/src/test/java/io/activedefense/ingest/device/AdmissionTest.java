// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.DeviceSettings;
import io.activedefense.contracts.settings.NewDevices;
import io.activedefense.contracts.status.Standing;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(Set.of("read-before"));

    @Test
    void aDeviceThatNobodyHasDecidedAboutIsRead() {
        assertThat(admission.standing("new", decisions(NewDevices.ACCEPT, 2_000)))
                .isEqualTo(Standing.READ);
    }

    @Test
    void newDevicesWaitWhereTheSettingsSaySoUntilOneIsApproved() {
        assertThat(admission.standing("new", decisions(NewDevices.WAIT, 2_000))).isEqualTo(Standing.WAITING);
        assertThat(admission.standing("new", decisions(NewDevices.WAIT, 2_000, enabled("new"))))
                .isEqualTo(Standing.READ);
    }

    @Test
    void theyAreReadWhenTheSettingsNoLongerSaySo() {
        assertThat(admission.standing("new", decisions(NewDevices.WAIT, 2_000))).isEqualTo(Standing.WAITING);
        assertThat(admission.standing("new", decisions(NewDevices.ACCEPT, 2_000)))
                .isEqualTo(Standing.READ);
    }

    @Test
    void whatIsReadAlreadyGoesOnWhenNewDevicesWait() {
        admission.standing("accepted", decisions(NewDevices.ACCEPT, 2_000));
        assertThat(admission.standing("accepted", decisions(NewDevices.WAIT, 1)))
                .isEqualTo(Standing.READ);
        assertThat(admission.standing("read-before", decisions(NewDevices.WAIT, 1)))
                .isEqualTo(Standing.READ);
    }

    @Test
    void aDisabledDeviceIsNotRead() {
        var off = new Device("read-before", false, null, null, null);
        assertThat(admission.standing("read-before", decisions(NewDevices.ACCEPT, 2_000, off)))
                .isEqualTo(Standing.DISABLED);
        assertThat(admission.standing("read-before", decisions(NewDevices.ACCEPT, 2_000)))
                .isEqualTo(Standing.READ);
    }

    @Test
    void whereThereAreAsManyAsAllowedFurtherOnesWaitButNotOneThatIsRegistered() {
        var three = decisions(NewDevices.ACCEPT, 3, enabled("registered"));
        assertThat(admission.standing("new-1", three)).isEqualTo(Standing.READ);
        assertThat(admission.standing("new-2", three)).isEqualTo(Standing.OVER_LIMIT);
        assertThat(admission.standing("new-1", three)).isEqualTo(Standing.READ);
        assertThat(admission.standing("registered", three)).isEqualTo(Standing.READ);
        assertThat(admission.standing("new-2", decisions(NewDevices.ACCEPT, 4, enabled("registered"))))
                .isEqualTo(Standing.READ);
    }

    private static Device enabled(String name) {
        return new Device(name, true, null, null, null);
    }

    private static Decisions decisions(NewDevices newDevices, int most, Device... devices) {
        return new Decisions(
                Arrays.stream(devices).collect(Collectors.toMap(Device::name, Function.identity())),
                new DeviceSettings(newDevices, most, 10, 120));
    }
}
