// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.activedefense.contracts.address.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTableTest {
    private static final CountryTable SHIPPED = CountryTable.shipped();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, US",
        "1.1.1.1, AU",
        "193.0.6.139, NL",
        "133.11.0.1, JP",
        "2001:4860:4860::8888, US",
        "2001:200::1, JP",
        "2001:67c:2e8::1, NL"
    })
    void theCountryOfAnAddressIsKnown(String address, String country) {
        assertThat(SHIPPED.of(IpAddress.parse(address))).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "127.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "198.51.100.7",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "2001:db8::1"
            })
    void whatIsNobodysHasNoCountry(String address) {
        assertThat(SHIPPED.of(IpAddress.parse(address))).isNull();
    }

    /** Else a filter by a country would miss some of its addresses. */
    @Test
    void everyCountryIsOneOfTheStandard() {
        Set<String> known = Set.of(Locale.getISOCountries());
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String country = SHIPPED.of(IpAddress.ipv4(random.nextInt()));
            assertThat(country == null
                            || known.contains(country)
                            || Set.of("EU", "AP").contains(country))
                    .as("%s", country)
                    .isTrue();
        }
    }

    @Test
    void anOperatorsOwnTableIsRead() throws IOException {
        Path own = folder.resolve("own.mmdb");
        try (InputStream shipped = Objects.requireNonNull(CountryTable.class.getResourceAsStream("countries.mmdb"))) {
            Files.copy(shipped, own);
        }

        assertThat(CountryTable.of(own).of(IpAddress.parse("8.8.8.8"))).isEqualTo("US");
        assertThat(CountryTable.of(own).made())
                .isEqualTo(SHIPPED.made())
                .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("countries.csv"), "8.8.8.0,8.8.8.255,US\n");

        assertThatThrownBy(() -> CountryTable.of(text)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> CountryTable.of(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
