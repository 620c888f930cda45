// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.address.IpAddress;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FirewallEventTest {
    private static final FileIdentity FILE = new FileIdentity(0xfd01L, 4711, 2);

    private final FirewallEventWriter writer = new FirewallEventWriter();

    @Property
    void everyFieldComesBackAsItWasSet(
            @ForAll long sourceHigh,
            @ForAll long sourceLow,
            @ForAll int destination,
            @ForAll @IntRange(max = 65_535) int sourcePort,
            @ForAll @IntRange(max = 65_535) int destinationPort,
            @ForAll long time,
            @ForAll TimeOrigin origin,
            @ForAll Action action,
            @ForAll Subtype subtype,
            @ForAll Severity severity,
            @ForAll LogType type,
            @ForAll boolean serverToClient,
            @ForAll String user) {
        var source = new IpAddress(sourceHigh, sourceLow);
        var written = writer.clear()
                .logType(type)
                .severity(severity)
                .action(action)
                .subtype(subtype)
                .time(time, origin)
                .arrival(time + 5)
                .serverToClient(serverToClient)
                .source(source, sourcePort)
                .destination(IpAddress.ipv4(destination), destinationPort)
                .line(FILE, 1L << 40, 350)
                .text(EventText.DEVICE, "PA-1")
                .text(EventText.SOURCE_USER, user.replaceAll("[\\ud800-\\udfff]", ""))
                .build();

        var read = FirewallEvent.of(written.bytes());

        assertThat(read.logType()).isEqualTo(type);
        assertThat(read.severity()).isEqualTo(severity);
        assertThat(read.action()).isEqualTo(action);
        assertThat(read.subtype()).isEqualTo(subtype);
        assertThat(read.eventTimeMillis()).isEqualTo(time);
        assertThat(read.arrivalMillis()).isEqualTo(time + 5);
        assertThat(read.timeOrigin()).isEqualTo(origin);
        assertThat(read.serverToClient()).isEqualTo(serverToClient);
        assertThat(read.source()).isEqualTo(source);
        assertThat(read.sourcePort()).isEqualTo(sourcePort);
        assertThat(read.destination()).isEqualTo(IpAddress.ipv4(destination));
        assertThat(read.destinationPort()).isEqualTo(destinationPort);
        assertThat(read.line()).isEqualTo(new LineIdentity(FILE, 1L << 40, 350));
        assertThat(read.text(EventText.DEVICE)).isEqualTo("PA-1");
        assertThat(read.text(EventText.SOURCE_USER)).isEqualTo(user.replaceAll("[\\ud800-\\udfff]", ""));
        assertThat(read.text(EventText.RULE_NAME)).isEmpty();
    }

    @Property
    void bytesAreReadOrRefusedAndNothingElse(@ForAll @Size(max = 120) byte[] bytes) {
        if (bytes.length > 0) {
            bytes[0] = EventLayout.VERSION;
        }
        try {
            var event = FirewallEvent.of(bytes);
            assertThat(event.toString()).isNotEmpty();
            assertThat(event.text(EventText.THREAT_ID)).isNotNull();
        } catch (UnreadableEventException e) {
            assertThat(e).hasMessageMatching(".+");
        }
    }

    @Test
    void anEventCutAnywhereIsRefused() {
        byte[] whole = writer.clear().text(EventText.DEVICE, "PA-1").build().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length != whole.length - 7) { // just before its only text, it is an event without texts
                assertThatThrownBy(() -> FirewallEvent.of(cut)).isInstanceOf(UnreadableEventException.class);
            }
        }
    }

    @Test
    void aSchemaFromTheFutureIsRefusedByItsNumber() {
        byte[] bytes = writer.clear().build().bytes();
        bytes[0] = 2;
        assertThatThrownBy(() -> FirewallEvent.of(bytes)).hasMessage("schema version 2 is not 1");
    }

    @Test
    void aDeviceThatNoFileCanBeNamedAfterIsRefused() {
        byte[] longest =
                writer.clear().text(EventText.DEVICE, "d".repeat(255)).build().bytes();
        assertThat(FirewallEvent.of(longest).text(EventText.DEVICE)).hasSize(255);
        byte[] longer =
                writer.clear().text(EventText.DEVICE, "d".repeat(256)).build().bytes();
        assertThatThrownBy(() -> FirewallEvent.of(longer)).hasMessage("device name of 256 bytes, more than 255");
    }

    @Test
    void aTypicalTrafficEventStaysSmall() {
        var event = writer.clear()
                .text(EventText.DEVICE, "PA-FW-01")
                .text(EventText.SOURCE_LOCATION, "Netherlands")
                .text(EventText.DESTINATION_LOCATION, "Germany")
                .text(EventText.RULE_NAME, "Inbound web")
                .build();
        assertThat(event.bytes()).hasSizeLessThan(130);
    }
}
