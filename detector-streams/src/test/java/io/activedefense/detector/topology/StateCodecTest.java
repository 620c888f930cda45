// SPDX-License-Identifier: Apache-2.0
package io.activedefense.detector.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.detector.source.DetectorState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {
    @ParameterizedTest(name = "version {0}")
    @ValueSource(bytes = {1, 2, 4, 99})
    void whatAnotherVersionWroteIsLeftBehind(byte version) {
        var state = new DetectorState();
        byte[] key = StateCodec.sourceKey(Cidr.parse("8.1.2.3"));
        assertThat(StateCodec.restore(state, key, new byte[] {version, 1, 2, 3}))
                .isFalse();
        assertThat(state.size()).isZero();
    }
}
