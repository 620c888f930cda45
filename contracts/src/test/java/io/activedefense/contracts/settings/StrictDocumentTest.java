// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictDocumentTest {
    @Test
    void whatIsLeftOutTakesItsDefault() {
        assertThat(read("{}")).isEqualTo(DefenseSettings.DEFAULTS);
    }

    @Test
    void whatIsLeftOutOfARuleTakesItsDefaultToo() {
        var settings = read("{\"portScan\": {\"threshold\": 20}, \"vulnerability\": {\"level\": 2}}");

        assertThat(settings.portScan())
                .isEqualTo(new DistinctCountSettings(RuleMode.ENFORCE, 20, 10, CountedActions.ALL));
        assertThat(settings.vulnerability().isOn()).isTrue();
        assertThat(settings.vulnerability().subtypes()).containsExactly("vulnerability");
        assertThat(settings.ipScan()).isEqualTo(DistinctCountSettings.DEFAULTS);
    }

    @Test
    void networksAreReadWithTheirCommentAndExpiry() {
        var settings = read("{\"allowlist\": [{\"cidr\": \"192.0.2.0/24\", \"comment\": \"monitoring\"}]}");

        assertThat(settings.allowlist()).containsExactly(new Network(Cidr.parse("192.0.2.0/24"), "monitoring", null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"version": 0}                           | version                | 0     | 1 or more
            {"resetEpoch": -1}                       | resetEpoch             | -1    | 0 or more
            {"blockWindowDays": 0}                   | blockWindowDays        | 0     | in 1 to 730
            {"blockWindowDays": 731}                 | blockWindowDays        | 731   | in 1 to 730
            {"logRetentionDays": 731}                | logRetentionDays       | 731   | in 1 to 730
            {"ipv6SourcePrefix": 65}                 | ipv6SourcePrefix       | 65    | 64 or 128
            {"devices": {"mostDevices": 0}}          | devices.mostDevices    | 0     | in 1 to 100000
            {"devices": {"silenceMinutes": 10081}}   | devices.silenceMinutes | 10081 | in 0 to 10080
            {"devices": {"clockSkewSeconds": 0}}     | devices.clockSkewSeconds | 0   | in 1 to 86400
            {"guards": {"burstEntries": 0}}          | guards.burstEntries    | 0     | in 1 to 1000000
            {"guards": {"burstMinutes": 1441}}       | guards.burstMinutes    | 1441  | in 1 to 1440
            {"guards": {"shrinkPercent": 101}}       | guards.shrinkPercent   | 101   | in 1 to 100
            {"guards": {"shrinkEntries": 0}}         | guards.shrinkEntries   | 0     | in 1 to 1000000
            {"guards": {"widestIpv4Prefix": 7}}      | guards.widestIpv4Prefix | 7    | in 8 to 32
            {"guards": {"widestIpv6Prefix": 65}}     | guards.widestIpv6Prefix | 65   | in 16 to 64
            {"guards": {"burstHolds": 1}}            | guards.burstHolds      | 1     | true or false
            {"holdAnswers": 1}                       | holdAnswers            | 1     | true or false
            {"devices": {"newDevices": "ask"}}       | devices.newDevices     | "ask" | one of accept, wait
            {"portScan": {"threshold": 0}}           | portScan.threshold     | 0     | in 1 to 1000
            {"portScan": {"threshold": 1001}}        | portScan.threshold     | 1001  | in 1 to 1000
            {"ipScan": {"windowMinutes": 1441}}      | ipScan.windowMinutes   | 1441  | in 0 to 1440
            {"ipScan": {"windowMinutes": -1}}        | ipScan.windowMinutes   | -1    | in 0 to 1440
            {"vulnerability": {"level": 3}}          | vulnerability.level    | 3     | in 0 to 2
            {"vulnerability": {"subtypes": []}}      | vulnerability.subtypes | []    | at least one THREAT subtype, such as vulnerability
            {"portScan": {"mode": "loud"}}           | portScan.mode          | "loud" | one of enforce, observe, off
            {"portScan": {"countedActions": "none"}} | portScan.countedActions | "none" | one of all, denied
            {"blockWindowDays": "30"}                | blockWindowDays        | "30"  | a whole number
            {"blockWindowDays": 30.5}                | blockWindowDays        | 30.5  | a whole number
            {"blockWindowDays": 99999999999}         | blockWindowDays        | 99999999999 | a whole number
            {"on": "yes"}                            | on                     | "yes" | true or false
            {"on": 1}                                | on                     | 1     | true or false
            {"allowlist": {}}                        | allowlist              | {}    | a list
            {"allowlist": [null]}                    | allowlist[0]           | null  | something, not null
            {"allowlist": [{}]}                      | allowlist[0].cidr      | nothing | an address or a prefix such as 192.0.2.0/24
            {"allowlist": [{"cidr": "10.0.0.1/8"}]}  | allowlist[0].cidr      | "10.0.0.1/8" | right: 10.0.0.1/8 has address bits set behind its prefix; the network is 10.0.0.0/8
            {"ownNetworks": [{"cidr": "10.0.0.0/33"}]} | ownNetworks[0].cidr  | "10.0.0.0/33" | right: prefix length 33 of 10.0.0.0 is not in 0 to 32
            {"ownNetworks": [{"cidr": "192.0.2.0/24", "expiresAt": "soon"}]} | ownNetworks[0].expiresAt | "soon" | a time such as 2026-11-22T11:00:00Z
            {"portScan": []}                         | portScan               | []    | a JSON object
            {"ownNetworks": [{"cidr": "192.0.2.0/24", "comment": []}]} | ownNetworks[0].comment | [] | text
            {"portscan": {}}                         | portscan               | {}    | left out: there is no such field, only allowlist, blockWindowDays, devices, guards, holdAnswers, ipScan, ipv6SourcePrefix, logRetentionDays, on, ownNetworks, portScan, resetEpoch, version, vulnerability
            {"portScan": {"treshold": 3}}            | portScan.treshold      | 3     | left out: there is no such field, only countedActions, mode, threshold, windowMinutes
            []                                       | document               | []    | a JSON object
            3                                        | document               | 3     | a JSON object
            """)
    void aBadValueIsRefusedByFieldValueAndWhatIsAccepted(String json, String field, String value, String accepted) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> read(json))
                .satisfies(refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.value()).isEqualTo(value);
                    assertThat(refusal.accepted()).isEqualTo(accepted);
                })
                .withMessage(field + ": " + value + " is not accepted; it must be " + accepted);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~
            {"on": true
            on: true
            {"on": true} {"on": false}
            {"on": true, "on": false}
            {"on": tru}
            """)
    void whatIsNoJsonIsRefusedAsAWhole(String notJson) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> read(notJson))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("document"))
                .withMessageContaining("JSON")
                .satisfies(refusal -> assertThat(refusal).hasMessageNotContaining("jackson"));
    }

    @Test
    void bytesThatAreNoTextAreRefusedAsAWhole() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> StrictDocument.read(
                        new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'}, DefenseSettings.class))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("document"));
    }

    @Test
    void moreNetworksThanTheDetectorHoldsAreRefused() {
        assertThat(read(allowlistOf(DefenseSettings.MOST_NETWORKS)).allowlist()).hasSize(10_000);
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> read(allowlistOf(DefenseSettings.MOST_NETWORKS + 1)))
                .withMessage("allowlist (count): 10001 is not accepted; it must be in 0 to 10000");
    }

    @Test
    void aWholeDocumentLeavesNothingOut() throws Exception {
        byte[] whole = Json.STRICT.writeValueAsBytes(DefenseSettings.DEFAULTS);
        assertThat(StrictDocument.readWhole(whole, DefenseSettings.class, DefenseSettings.DEFAULTS))
                .isEqualTo(DefenseSettings.DEFAULTS);

        String without = new String(whole, StandardCharsets.UTF_8).replace("\"windowMinutes\":10,", "");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> StrictDocument.readWhole(
                        without.getBytes(StandardCharsets.UTF_8), DefenseSettings.class, DefenseSettings.DEFAULTS))
                .withMessage("portScan.windowMinutes: nothing is not accepted;"
                        + " it must be given: the whole document is wanted");
    }

    private static String allowlistOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"cidr\": \"10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "\"}")
                .collect(Collectors.joining(",", "{\"allowlist\": [", "]}"));
    }

    private static DefenseSettings read(String json) {
        return StrictDocument.read(json.getBytes(StandardCharsets.UTF_8), DefenseSettings.class);
    }
}
