// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "::ffff:192.0.2.1, 192.0.2.1",
        "::FFFF:c000:201, 192.0.2.1",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::, ::",
        "::1, ::1",
        "fe80::, fe80::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    })
    void readsEveryTextFormAndWritesTheCanonicalOne(String text, String canonical) {
        assertThat(IpAddress.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4 ",
                "1..2.3",
                "1.2.3.",
                "0x7f.0.0.1",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "1:",
                ":1",
                "::1%eth0",
                "::1.2.3",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1:",
                "fe80: :1",
                "১.2.3.4"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IpAddress.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Property
    void everyAddressReadsBackFromItsText(@ForAll long high, @ForAll long low) {
        var address = new IpAddress(high, low);
        assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    }

    @Property
    void readsWhatThePlatformWrites(@ForAll long high, @ForAll long low) throws UnknownHostException {
        byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        String text = InetAddress.getByAddress(bytes).getHostAddress();
        assertThat(IpAddress.parse(text)).isEqualTo(new IpAddress(high, low));
    }

    @Property
    void ordersIpv4ByNumberAndBeforeIpv6(@ForAll int one, @ForAll int other, @ForAll long high) {
        assertThat(Integer.signum(IpAddress.ipv4(one).compareTo(IpAddress.ipv4(other))))
                .isEqualTo(Integer.signum(Integer.compareUnsigned(one, other)));
        assertThat(IpAddress.ipv4(one)).isLessThan(new IpAddress(high | 1, 0));
    }
}
