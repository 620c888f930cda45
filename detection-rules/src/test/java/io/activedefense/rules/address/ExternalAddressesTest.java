// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.json.Json;
import io.activedefense.contracts.settings.DefenseSettings;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalAddressesTest {
    private static final long NOW = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "223.255.255.255",
                "100.128.0.0",
                "172.32.0.1",
                "2606:4700::1111",
                "2002:808:808::1",
                "2001:0:808:808::f7f7:f7f7",
                "64:ff9b::808:808",
                "2a00:1450:4001::5"
            })
    void publicAddressesAreExternal(String address) {
        assertThat(isExternal(DefenseSettings.DEFAULTS, address)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2001:db8::1",
                "2001:2::1",
                "3fff::1",
                "4000::1",
                "100::1",
                "2002:a00:1::1",
                "2002:c0a8:101::",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "2001:0:4136:e378:8000:63bf:f5ff:fffe"
            })
    void otherAddressesAreNotHoweverDisguised(String address) {
        assertThat(isExternal(DefenseSettings.DEFAULTS, address)).isFalse();
        assertThat(ExternalAddresses.of(DefenseSettings.DEFAULTS).whyNeverListed(Cidr.parse(address), NOW))
                .isPresent();
    }

    @Test
    void ownNetworksAndTheAllowlistAreNotExternalUntilTheirLinesExpire() throws Exception {
        var settings = Json.STRICT.readValue("""
                {"ownNetworks": [{"cidr": "5.6.0.0/16"}],
                 "allowlist": [{"cidr": "9.9.9.9", "comment": "resolver"},
                               {"cidr": "9.9.9.10", "expiresAt": "2026-03-01T12:00:00Z"},
                               {"cidr": "9.9.9.11", "expiresAt": "2026-03-01T12:00:01Z"}]}
                """, DefenseSettings.class);
        assertThat(isExternal(settings, "5.6.7.8")).isFalse();
        assertThat(isExternal(settings, "9.9.9.9")).isFalse();
        assertThat(isExternal(settings, "9.9.9.10")).isTrue();
        assertThat(isExternal(settings, "9.9.9.11")).isFalse();
        assertThat(isExternal(settings, "9.9.9.12")).isTrue();
    }

    @Test
    void aPrefixThatTouchesTheNeverListIsNeverListed() throws Exception {
        var settings = Json.STRICT.readValue(
                "{\"allowlist\": [{\"cidr\": \"2a00:1:2:3::/65\"}], \"ownNetworks\": [{\"cidr\": \"5.6.0.0/16\"}]}",
                DefenseSettings.class);
        var external = ExternalAddresses.of(settings);
        assertThat(external.whyNeverListed(Cidr.parse("2a00:1:2:3::/64"), NOW))
                .contains("it touches the allowlist's 2a00:1:2:3::/65");
        assertThat(external.whyNeverListed(Cidr.parse("5.6.7.0/24"), NOW))
                .contains("it touches the own network 5.6.0.0/16");
        assertThat(external.whyNeverListed(Cidr.parse("64:ff9b::/64"), NOW)).isPresent();
        assertThat(external.whyNeverListed(Cidr.parse("2002:a00:1::/64"), NOW)).isPresent();
        assertThat(external.whyNeverListed(Cidr.parse("8.0.0.0/6"), NOW)).isPresent();
        assertThat(external.whyNeverListed(Cidr.parse("2002:808:808::/64"), NOW))
                .isEmpty();
        assertThat(external.whyNeverListed(Cidr.parse("8.8.8.0/24"), NOW)).isEmpty();
    }

    @Test
    void destinationsCountInOwnNetworksOnlyWhereSomeAreGiven() throws Exception {
        var given = Json.STRICT.readValue("{\"ownNetworks\": [{\"cidr\": \"5.6.0.0/16\"}]}", DefenseSettings.class);
        assertThat(isCountedDestination(given, "5.6.1.1")).isTrue();
        assertThat(isCountedDestination(given, "5.7.1.1")).isFalse();
        assertThat(isCountedDestination(DefenseSettings.DEFAULTS, "5.7.1.1")).isTrue();
    }

    @Property
    void theFastFormAgreesWithTheNamingOne(@ForAll long high, @ForAll long low, @ForAll int ipv4) {
        assertThat(SpecialRanges.isSpecial(high, low))
                .isEqualTo(SpecialRanges.nameOf(high, low).isPresent());
        assertThat(SpecialRanges.isSpecial(0, IpAddress.ipv4Low(ipv4)))
                .isEqualTo(SpecialRanges.nameOf(0, IpAddress.ipv4Low(ipv4)).isPresent());
        long sixToFour = 0x2002L << 48 | Integer.toUnsignedLong(ipv4) << 16;
        assertThat(SpecialRanges.isSpecial(sixToFour, low))
                .isEqualTo(SpecialRanges.isSpecial(0, IpAddress.ipv4Low(ipv4)));
    }

    private static boolean isExternal(DefenseSettings settings, String address) {
        var ip = IpAddress.parse(address);
        return ExternalAddresses.of(settings).isExternal(ip.high(), ip.low(), NOW);
    }

    private static boolean isCountedDestination(DefenseSettings settings, String address) {
        var ip = IpAddress.parse(address);
        return ExternalAddresses.of(settings).isCountedDestination(ip.high(), ip.low(), NOW);
    }
}
