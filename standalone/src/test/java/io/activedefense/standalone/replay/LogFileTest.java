// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFileTest {
    @ParameterizedTest(name = "{0} is of {1}")
    @CsvSource({
        "PA-1.log, PA-1",
        "PA-1.log.1, PA-1",
        "PA-1.log.2.gz, PA-1",
        "PA-1.log-20250220.gz, PA-1",
        "fw.example.org.log, fw.example.org",
        "yesterday.txt, yesterday.txt",
        ".log, .log",
    })
    void theDeviceIsWhatTheFileIsNamedAfterWhateverRotationAdds(String name, String device) {
        assertThat(new LogFile(Path.of("folder", name), 0, 0).device()).isEqualTo(device);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"/dev/pts/3, true", "/dev/tty1, true", "/dev/console, true", "/dev/null, false", "pipe:[123], false"})
    void aBarIsDrawnOnTerminalsOnly(String file, boolean terminal) {
        assertThat(Terminal.isTerminal(file)).isEqualTo(terminal);
    }
}
