// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressGateTest {
    private static final Set<IpAddress> OWN = Set.of(IpAddress.parse("9.9.9.9"), IpAddress.parse("10.1.2.3"));

    /** Every network there is, so that what is refused is refused whatever the setting. */
    private static final List<String> ALL = List.of("public", "0.0.0.0/0", "::/0");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "::1, loopback",
        "::ffff:127.0.0.1, loopback",
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "::, unspecified",
        "169.254.169.254, the metadata service of a cloud",
        "fd00:ec2::254, the metadata service of a cloud",
        "168.63.129.16, the metadata service of a cloud",
        "100.100.100.200, the metadata service of a cloud",
        "169.254.1.1, link-local",
        "fe80::1, link-local",
        "224.0.0.1, multicast",
        "ff02::1, multicast",
        "255.255.255.255, reserved",
        "64:ff9b::7f00:1, loopback in disguise",
        "64:ff9b::a9fe:a9fe, the metadata service of a cloud in disguise",
        "2002:7f00:1::, loopback in disguise",
        "2001:0:1:2:3:4:80ff:fffe, loopback in disguise",
        "::7f00:1, loopback in disguise",
        "9.9.9.9, 'an address of this service, its database or its brokers'",
        "10.1.2.3, 'an address of this service, its database or its brokers'",
        "64:ff9b::909:909, 'an address of this service, its database or its brokers'"
    })
    void noSettingLetsRequestsGoThere(String address, String what) {
        assertThat(allowed(ALL).refusal(IpAddress.parse(address))).hasValue(what);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "fd12::1", "198.18.0.1", "64:ff9b::a00:1"
            })
    void whatIsNotPublicIsRefusedUnlessANetworkIsNamed(String address) {
        assertThat(allowed(List.of("public")).refusal(IpAddress.parse(address)))
                .get()
                .asString()
                .contains(AllowedNetworks.SETTING);
        assertThat(allowed(List.of(address)).refusal(IpAddress.parse(address))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"})
    void publicAddressesAreAskedWhereTheSettingSaysSo(String address) {
        assertThat(allowed(List.of("public")).refusal(IpAddress.parse(address))).isEmpty();
        assertThat(allowed(List.of("8.8.4.4")).refusal(IpAddress.parse(address)))
                .isPresent();
        assertThat(allowed(List.of("")).refusal(IpAddress.parse(address))).isPresent();
    }

    @Test
    void aSettingThatIsNoNetworkIsRefusedByName() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> allowed(List.of("everywhere")))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(AllowedNetworks.SETTING))
                .withMessageContaining("'everywhere'");
    }

    @Test
    void aNameWithOneForbiddenAddressIsRefusedWhole() {
        var gate = new EgressGate(allowed(List.of("public")), host -> addresses("8.8.8.8", "127.0.0.1"));

        assertThatExceptionOfType(EgressRefusedException.class)
                .isThrownBy(() -> gate.admitted("hooks.example.com"))
                .withMessage("hooks.example.com is 127.0.0.1 and must not be asked: it is loopback");
    }

    @Test
    void whatWasCheckedIsWhatIsConnectedToThoughTheNameMeansSomethingElseByThen() throws Exception {
        Deque<InetAddress[]> answers =
                new ArrayDeque<>(List.of(addresses("8.8.8.8"), addresses("127.0.0.1"), addresses("127.0.0.1")));
        var gate = new EgressGate(allowed(List.of("public")), host -> answers.remove());

        assertThat(gate.admitted("rebinding.example.com")).containsExactly(addresses("8.8.8.8"));
        assertThat(answers).as("it was asked for once").hasSize(2);
        assertThatExceptionOfType(EgressRefusedException.class)
                .isThrownBy(() -> gate.admitted("rebinding.example.com"));
    }

    @Test
    void aNameThatNobodyKnowsIsNotRefusedButUnknown() {
        var gate = new EgressGate(allowed(List.of("public")), host -> {
            throw new UnknownHostException(host);
        });

        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> gate.admitted("nowhere.example.com"));
    }

    @Test
    void mailGoesToThisMachineAndOwnNetworksButNotToMetadata() throws Exception {
        var gate = new EgressGate(new MailRelays());

        for (String relay : List.of("127.0.0.1", "::1", "10.1.2.3", "8.8.8.8")) {
            assertThatNoException().isThrownBy(() -> gate.require("relay", InetAddress.getByName(relay)));
        }
        for (String other : List.of("169.254.169.254", "fd00:ec2::254", "fe80::1", "224.0.0.1", "0.0.0.0")) {
            assertThatExceptionOfType(EgressRefusedException.class)
                    .isThrownBy(() -> gate.require("relay", InetAddress.getByName(other)));
        }
    }

    @Test
    void ownServicesAreThisMachineTheDatabaseAndTheBrokers() {
        var own = OwnServices.of(
                "jdbc:postgresql://127.0.0.1:5432,[::1]:5432/activedefense?ssl=true", "127.0.0.2:9092, 127.0.0.3:9093");

        assertThat(own.hosts()).containsExactly("127.0.0.1", "::1", "127.0.0.2", "127.0.0.3");
        assertThat(own.get())
                .contains(IpAddress.parse("127.0.0.1"), IpAddress.parse("127.0.0.2"), IpAddress.parse("127.0.0.3"));
        assertThat(OwnServices.of("jdbc:postgresql:name", "").hosts()).isEmpty();
    }

    private static AllowedNetworks allowed(List<String> setting) {
        return new AllowedNetworks(setting, () -> OWN);
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        var addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }
}
