// SPDX-License-Identifier: Apache-2.0
package io.activedefense.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DefaultsTest {
    @Test
    void areReadFromTheFileOfTheApplicationsName() {
        assertThat(Defaults.of("kitchen-timer"))
                .containsEntry("micronaut.server.port", 8085)
                .containsEntry("kitchen-timer.enabled", true);
    }

    @Test
    void ofAnApplicationThatIsNotThereAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Defaults.of("nobody"))
                .withMessage("no nobody.yml on the class path");
    }
}
