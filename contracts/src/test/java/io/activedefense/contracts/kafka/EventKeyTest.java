// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import org.junit.jupiter.api.Test;

class EventKeyTest {
    @Test
    void anIpv4SourceIsItsFourBytes() {
        assertThat(EventKey.of(from("192.0.2.1"))).containsExactly(192, 0, 2, 1);
    }

    @Test
    void anIpv6SourceIsTheEightBytesOfItsPrefix() {
        assertThat(EventKey.of(from("2001:db8:1:2:3:4:5:6"))).containsExactly(0x20, 1, 0x0d, 0xb8, 0, 1, 0, 2);
        assertThat(EventKey.of(from("2001:db8:1:2::"))).isEqualTo(EventKey.of(from("2001:db8:1:2:ffff::1")));
    }

    @Test
    void aKeyIsToldFromThoseOfOtherSources() {
        assertThat(EventKey.isOf(from("192.0.2.1"), new byte[] {(byte) 192, 0, 2, 1}))
                .isTrue();
        assertThat(EventKey.isOf(from("192.0.2.1"), new byte[] {(byte) 192, 0, 2, 2}))
                .isFalse();
        assertThat(EventKey.isOf(from("192.0.2.1"), new byte[] {(byte) 192, 0, 2}))
                .isFalse();
        var ipv6 = from("2001:db8:1:2:3:4:5:6");
        assertThat(EventKey.isOf(ipv6, EventKey.of(ipv6))).isTrue();
        assertThat(EventKey.isOf(ipv6, EventKey.of(from("2001:db8:1:3::")))).isFalse();
    }

    private static FirewallEvent from(String source) {
        return new FirewallEventWriter()
                .clear()
                .source(IpAddress.parse(source), 40_000)
                .build();
    }
}
