// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.Action;
import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import io.activedefense.contracts.event.LogType;
import io.activedefense.contracts.event.Severity;
import io.activedefense.contracts.event.Subtype;
import io.activedefense.contracts.event.TimeOrigin;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.StrictDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesByDefinitionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SOURCE = "45.1.2.3";

    private final FirewallEventWriter writer = new FirewallEventWriter();
    private final List<FirewallEvent> events = new ArrayList<>();

    @Test
    void moreThanNPortsOfOneHostArePortScan() {
        seen(SOURCE, "192.0.2.1", 1, 0);
        seen(SOURCE, "192.0.2.1", 2, 10);
        assertThat(firings(2, 10)).isEmpty();

        seen(SOURCE, "192.0.2.1", 3, 20);
        assertThat(firings(2, 10)).containsExactly(firing(SOURCE, "port-scan", 20));
    }

    @Test
    void moreThanNHostsAtOnePortAreIpScan() {
        seen(SOURCE, "192.0.2.1", 22, 0);
        seen(SOURCE, "192.0.2.2", 22, 10);
        seen(SOURCE, "192.0.2.3", 23, 20);
        assertThat(firings(2, 10)).isEmpty();

        seen(SOURCE, "192.0.2.3", 22, 30);
        assertThat(firings(2, 10)).containsExactly(firing(SOURCE, "ip-scan", 30));
    }

    @ParameterizedTest(name = "three ports over {0} s: {1}")
    @CsvSource({"599, true", "600, false", "601, false"})
    void theWindowIsOpenAtItsStart(int seconds, boolean fires) {
        seen(SOURCE, "192.0.2.1", 1, 0);
        seen(SOURCE, "192.0.2.1", 2, 300);
        seen(SOURCE, "192.0.2.1", 3, seconds);
        assertThat(firings(2, 10)).hasSize(fires ? 1 : 0);
    }

    @Test
    void aRepeatCountsOnceButItsLatestSightingCounts() {
        seen(SOURCE, "192.0.2.1", 1, 0);
        seen(SOURCE, "192.0.2.1", 1, 590);
        seen(SOURCE, "192.0.2.1", 2, 595);
        assertThat(firings(2, 10)).isEmpty();

        seen(SOURCE, "192.0.2.1", 3, 1_100);
        assertThat(firings(2, 10)).containsExactly(firing(SOURCE, "port-scan", 1_100));
    }

    @Test
    void theOrderOfArrivalChangesNothingWithinTheGrace() {
        seen(SOURCE, "192.0.2.1", 3, 500);
        seen(SOURCE, "192.0.2.1", 1, 0);
        seen(SOURCE, "192.0.2.1", 2, 250);
        assertThat(firings(2, 10)).containsExactly(firing(SOURCE, "port-scan", 500));
    }

    @ParameterizedTest(name = "{0} s behind its device's newest: counted {1}")
    @CsvSource({"600, true", "601, false"})
    void anEventIsLateByItsOwnDevicesNewest(int behind, boolean counted) {
        seen("45.9.9.9", "192.0.2.9", 80, behind);
        seen(SOURCE, "192.0.2.1", 1, 0);
        seen(SOURCE, "192.0.2.1", 2, 100);
        seen(SOURCE, "192.0.2.1", 3, 200);
        assertThat(firings(2, 10)).hasSize(counted ? 1 : 0);
    }

    @Test
    void ipv6SourcesOfOnePrefixAreOneSource() {
        seen("2a0e:1:2:3::1", "192.0.2.1", 1, 0);
        seen("2a0e:1:2:3::2", "192.0.2.1", 2, 10);
        seen("2a0e:1:2:4::3", "192.0.2.1", 3, 20);
        assertThat(firings(2, 10)).isEmpty();

        seen("2a0e:1:2:3:ffff::3", "192.0.2.1", 3, 30);
        assertThat(firings(2, 10)).containsExactly(firing("2a0e:1:2:3::/64", "port-scan", 30));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "10.1.2.3, false",
        "100.64.0.1, false",
        "192.0.2.77, false",
        "::ffff:10.0.0.1, false",
        "2002:0a00:0001::1, false",
        "2002:2d01:0203::1, true",
        "64:ff9b::192.168.0.1, false",
        "64:ff9b::45.1.2.3, true",
        "2001:0:2d01:203:0:ffff:f5ff:fffe, false",
        "fe80::1, false",
        "fd00::1, false",
        "2001:db8::1, false",
        "2a00::1, true",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "45.1.2.3, true",
        "45.200.0.1, false",
    })
    void onlyExternalSourcesAreJudged(String address, boolean isExternal) {
        var external = new ExternalAddresses(List.of(Cidr.parse("45.200.0.0/16")));
        assertThat(external.test(IpAddress.parse(address))).isEqualTo(isExternal);
    }

    @Test
    void ownNetworksBoundTheDestination() {
        for (int port = 1; port <= 3; port++) {
            seen(SOURCE, "198.51.100.1", port, port);
            seen("45.1.2.4", "192.0.2.1", port, port);
        }
        var settings = "{\"portScan\": {\"threshold\": 2}, \"ownNetworks\": [{\"cidr\": \"192.0.2.0/24\"}]}";
        assertThat(firings(settings)).containsExactly(firing("45.1.2.4", "port-scan", 3));
    }

    @ParameterizedTest(name = "level {0}, {1} {2}: {3}")
    @CsvSource({
        "1, VULNERABILITY, CRITICAL, true",
        "1, VULNERABILITY, HIGH, false",
        "2, VULNERABILITY, HIGH, true",
        "2, VULNERABILITY, MEDIUM, false",
        "0, VULNERABILITY, CRITICAL, false",
        "1, SPYWARE, CRITICAL, false",
    })
    void aThreatFiresBySubtypeAndSeverity(int level, Subtype subtype, Severity severity, boolean fires) {
        threat(subtype, severity, false);
        assertThat(firings("{\"vulnerability\": {\"level\": " + level + "}}")).hasSize(fires ? 1 : 0);
    }

    @Test
    void theVictimOfAServerToClientThreatIsNoSource() {
        threat(Subtype.VULNERABILITY, Severity.CRITICAL, true);
        assertThat(firings("{}")).isEmpty();
    }

    @Test
    void onlyTheCountedActionsCount() {
        for (int port = 1; port <= 3; port++) {
            seen(SOURCE, "192.0.2.1", port, port);
        }
        assertThat(firings("{\"portScan\": {\"threshold\": 2, \"countedActions\": \"denied\"}}"))
                .isEmpty();
    }

    @Test
    void aWindowOfNoLengthTurnsTheRuleOff() {
        for (int port = 1; port <= 30; port++) {
            seen(SOURCE, "192.0.2.1", port, 0);
        }
        assertThat(firings("{}")).hasSize(1);
        assertThat(firings("{\"portScan\": {\"windowMinutes\": 0}}")).isEmpty();
    }

    private void seen(String source, String destination, int port, int second) {
        long at = NOON.plusSeconds(second).toEpochMilli();
        events.add(writer.clear()
                .logType(LogType.TRAFFIC)
                .action(Action.ALLOW)
                .time(at, TimeOrigin.TIME_RECEIVED)
                .arrival(at)
                .source(IpAddress.parse(source), 40_000)
                .destination(IpAddress.parse(destination), port)
                .text(EventText.DEVICE, "PA-1")
                .build());
    }

    private void threat(Subtype subtype, Severity severity, boolean serverToClient) {
        events.add(writer.clear()
                .logType(LogType.THREAT)
                .subtype(subtype)
                .severity(severity)
                .serverToClient(serverToClient)
                .time(NOON.toEpochMilli(), TimeOrigin.TIME_RECEIVED)
                .source(IpAddress.parse(SOURCE), 40_000)
                .destination(IpAddress.parse("192.0.2.1"), 443)
                .text(EventText.DEVICE, "PA-1")
                .build());
    }

    private SortedSet<Firing> firings(int threshold, int minutes) {
        String rule = "{\"threshold\": " + threshold + ", \"windowMinutes\": " + minutes + "}";
        return firings("{\"portScan\": " + rule + ", \"ipScan\": " + rule + "}");
    }

    private SortedSet<Firing> firings(String settings) {
        var document = StrictDocument.read(settings.getBytes(StandardCharsets.UTF_8), DefenseSettings.class);
        return new RulesByDefinition(document, new ExternalAddresses(List.of()))
                .firings(events, Duration.ofMinutes(10));
    }

    private static Firing firing(String source, String rule, int second) {
        return new Firing(Cidr.parse(source), rule, NOON.plusSeconds(second));
    }
}
