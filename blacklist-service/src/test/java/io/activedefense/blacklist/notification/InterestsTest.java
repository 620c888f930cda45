// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestsTest {
    @ParameterizedTest(name = "who wants {0} is told of {1}, user added {2}: {3}")
    @CsvSource({
        "port-scan, port-scan, false, true",
        "port-scan, ip-scan, false, false",
        "all, ip-scan, false, true",
        "all, ip-scan, true, true",
        "user-added, port-scan, true, true",
        "port-scan, port-scan, true, false",
        "user-added, port-scan, false, false"
    })
    void anAddressIsToldByItsReasons(String wanted, String reason, boolean userAdded, boolean told) {
        var listing = new Listing(
                Cidr.parse("203.0.113.7"),
                null,
                new TreeSet<>(List.of(reason)),
                userAdded,
                "somebody",
                null,
                Instant.EPOCH,
                null);

        assertThat(of(wanted, "all").include(listing)).isEqualTo(told);
    }

    @Test
    void whatThereIsNotIsRefusedByField() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> of("syn-flood", "all"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("reasons"));
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> of("all", "fire"))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("alarms"))
                .withMessageContaining("device-silent");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"soc@example.com", "a.b+c@mail.example.co.uk", "root@localhost"})
    void plainMailAddressesAreAccepted(String address) {
        assertThat(MailAddress.accepted("to", address)).isEqualTo(address);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "soc",
                "@example.com",
                "a@b@c",
                "a b@example.com",
                "Soc <soc@example.com>",
                "a@example.com\r\nBcc: all@example.com",
                "a@example.com,b@example.com",
                "a@-example.com"
            })
    void whatIsMoreOrLessThanAPlainMailAddressIsRefused(String address) {
        assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> MailAddress.accepted("to", address));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"ftp://example.com", "example.com", "https://user@example.com", "https://a/?b", "https://a/#b"})
    void anAddressOfThePageThatLinksCannotBeginWithIsRefused(String url) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new NotificationSettings(url, 60))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("pageUrl"));
    }

    private static Interests of(String reason, String alarm) {
        return new Interests(new TreeSet<>(List.of(reason)), new TreeSet<>(List.of(alarm)));
    }
}
