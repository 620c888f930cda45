// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
    private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/24", " 2001:db8::/64"));

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1  | 198.51.100.7                     | 192.0.2.1    | a stranger's word counts for nothing",
                "10.0.0.1   | 198.51.100.7                     | 198.51.100.7 | a proxy's does",
                "10.0.0.1   | 203.0.113.9, 198.51.100.7        | 198.51.100.7 | not what the caller wrote before it",
                "10.0.0.1   | 198.51.100.7, 10.0.0.2           | 198.51.100.7 | a proxy before the proxy",
                "10.0.0.1   | 10.0.0.3, 10.0.0.2               | 10.0.0.3     | who asks is a proxy himself",
                "10.0.0.1   | 198.51.100.7, unknown            | 10.0.0.1     | nobody knows before whom",
                "10.0.0.1   | ''                               | 10.0.0.1     | it says nothing",
                "10.0.0.1   | ','                              | 10.0.0.1     | it says nothing twice",
                "10.0.0.1   | 198.51.100.7:4711                | 198.51.100.7 | with a port",
                "2001:db8::1| 2001:db8:0:1::7                  | 2001:db8:0:1::7 | IPv6",
                "2001:db8::1| '[2001:db8:0:1::7]:4711'         | 2001:db8:0:1::7 | IPv6 with a port",
                "10.0.0.1   | ::ffff:198.51.100.7              | 198.51.100.7 | IPv4 in disguise",
                "10.0.0.1   | 198.51.100.7/32                  | 10.0.0.1     | a prefix is nobody",
            })
    void whoIsTakenForTheCaller(String peer, String forwardedFor, String caller, String why) {
        assertThat(proxies.callerBehind(IpAddress.parse(peer), List.of(forwardedFor)))
                .as(why)
                .isEqualTo(IpAddress.parse(caller));
    }

    @Test
    void severalLinesAreOneList() {
        var told = List.of("203.0.113.9", "198.51.100.7, 10.0.0.2");

        assertThat(proxies.callerBehind(IpAddress.parse("10.0.0.1"), told)).isEqualTo(IpAddress.parse("198.51.100.7"));
    }

    @Test
    void withoutTheSettingNobodyIsTrusted() {
        assertThat(TrustedProxies.of(null).have(IpAddress.parse("127.0.0.1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "proxy.example", "10.0.0.1/24", ""})
    void whatIsNoProxyIsRefused(String setting) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of("10.0.0.1", setting)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("active-defense.blacklist-service.trusted-proxies: '" + setting + "'")
                .hasMessageContaining("it must be addresses or prefixes of proxies");
    }
}
