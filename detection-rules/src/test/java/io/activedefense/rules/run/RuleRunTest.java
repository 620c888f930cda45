// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import static io.activedefense.rules.Events.NOON;
import static io.activedefense.rules.Events.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleRunTest {
    @Test
    void aSourceIsListedOnceAtItsFirstCrossingWithEveryRuleThatSpeaksAgainstIt() throws Exception {
        RuleRun run = run("");
        for (int i = 0; i < 6; i++) {
            run.judge(traffic("8.1.2.3", "5.6.7.8", 20 + i, i));
        }
        for (int i = 0; i < 3; i++) {
            run.judge(traffic("8.1.2.3", "5.6.8." + i, 443, 10 + i));
        }

        assertThat(run.findings().listed())
                .containsExactly(new Listed(Cidr.parse("8.1.2.3"), NOON + 2_000, List.of("ip-scan", "port-scan")));
    }

    @Test
    void whatIsNeverListedIsNotFound() throws Exception {
        RuleRun run = run(", \"allowlist\": [{\"cidr\": \"2a01:100::5\"}]");
        for (int i = 0; i < 3; i++) {
            run.judge(traffic("2a01:100::1", "5.6.7.8", 20 + i, i));
        }

        assertThat(run.findings().listed()).isEmpty();
        assertThat(run.findings().sources()).isZero();
    }

    private static RuleRun run(String more) throws Exception {
        String settings = "{\"portScan\": {\"threshold\": 2}, \"ipScan\": {\"threshold\": 2}%s}".formatted(more);
        return new RuleRun(Json.STRICT.readValue(settings, DefenseSettings.class), false);
    }
}
