// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.web.Connections.Admission;
import io.activedefense.contracts.address.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who makes room when there are too many: four of all, two of one address. */
class ConnectionsTest {
    private static final IpAddress HERE = IpAddress.parse("192.0.2.1");
    private static final IpAddress THERE = IpAddress.parse("192.0.2.2");

    private final Connections<String> connections = new Connections<>(4, 2);

    @Test
    void whoHasWaitedLongestOfAnAddressMakesRoomForItsNext() {
        admitted("a", HERE, "b", THERE, "c", HERE);

        assertThat(connections.admit("d", HERE)).isEqualTo(instead("a"));
        assertThat(connections.size()).isEqualTo(3);
    }

    @Test
    void whoHasWaitedLongestOfAllMakesRoomForAnybody() {
        admitted("a", HERE, "b", THERE, "c", HERE, "d", THERE);

        assertThat(connections.admit("e", IpAddress.parse("192.0.2.3"))).isEqualTo(instead("a"));
        assertThat(connections.admit("f", IpAddress.parse("192.0.2.4"))).isEqualTo(instead("b"));
    }

    @Test
    void whoIsServedKeepsHisPlaceAndBeginsToWaitAnewBehind() {
        admitted("a", HERE, "b", HERE);
        connections.asked("a");
        assertThat(connections.admit("c", HERE)).isEqualTo(instead("b"));

        connections.answered("a");
        assertThat(connections.admit("d", HERE)).isEqualTo(instead("c"));
        assertThat(connections.admit("e", HERE)).isEqualTo(instead("a"));
    }

    @Test
    void whereAllAreServedTheNextIsRefused() {
        admitted("a", HERE, "b", HERE);
        connections.asked("a");
        connections.asked("b");

        assertThat(connections.admit("c", HERE)).isEqualTo(new Admission.Refused<String>());
        assertThat(connections.admit("d", THERE)).isEqualTo(free());
    }

    @Test
    void whoIsGoneLeavesHisPlace() {
        admitted("a", HERE, "b", HERE);
        connections.asked("b");
        connections.remove("a");
        connections.remove("b");
        connections.remove("b");
        connections.answered("b");

        assertThat(connections.size()).isZero();
        admitted("c", HERE, "d", HERE);
    }

    @Test
    void aWholeIpv6NetworkIsOneAddress() {
        admitted("a", IpAddress.parse("2001:db8::1"), "b", IpAddress.parse("2001:db8::2"));

        assertThat(connections.admit("c", IpAddress.parse("2001:db8::3"))).isEqualTo(instead("a"));
        assertThat(connections.admit("d", IpAddress.parse("2001:db8:0:1::3"))).isEqualTo(free());
    }

    private void admitted(Object... connectionsAndAddresses) {
        for (int i = 0; i < connectionsAndAddresses.length; i += 2) {
            assertThat(connections.admit(
                            (String) connectionsAndAddresses[i], (IpAddress) connectionsAndAddresses[i + 1]))
                    .isEqualTo(free());
        }
    }

    private static Admission<String> free() {
        return new Admission.Granted<>(Optional.empty());
    }

    private static Admission<String> instead(String other) {
        return new Admission.Granted<>(Optional.of(other));
    }
}
