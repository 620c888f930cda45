// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"PA-1", "fw.example.com", "192.0.2.1", "2001:db8::1", "_gateway", "7"})
    void aPlainNameIsKept(String name) {
        assertThat(DeviceName.of(name)).isEqualTo(name);
        assertThat(DeviceName.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "-rf", "a b", "PA-1\u202e", "PA-1\n", "a/b", "x~0123456789ab", "<b>"})
    void anyOtherIsMaskedAndToldFromThoseMaskedAlike(String name) {
        assertThat(DeviceName.of(name)).isNotEqualTo(name).matches(DeviceName::isName);
        assertThat(Stream.of(name, name + "?", name + "!").map(DeviceName::of)).doesNotHaveDuplicates();
    }

    @Property
    boolean whateverAHostCallsItselfItsNameIsOne(@ForAll @StringLength(max = 300) String host) {
        return DeviceName.isName(DeviceName.of(host)) && DeviceName.of(host).length() <= DeviceName.LONGEST;
    }

    @Test
    void aDeviceIsRefusedByWhatItIsCalled() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new Device("a b", true, null, null, null))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("name");
                    assertThat(refused.value()).isEqualTo("a b");
                    assertThat(refused.accepted()).contains("100 letters");
                });
    }
}
