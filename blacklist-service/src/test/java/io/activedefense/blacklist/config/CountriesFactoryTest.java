// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.activedefense.contracts.address.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountriesFactoryTest {
    @TempDir
    private Path folder;

    private final CountriesFactory factory = new CountriesFactory();

    @Test
    void withoutAnOwnTableItIsTheShippedOne() {
        assertThat(factory.countries(null).of(IpAddress.parse("8.8.8.8"))).isEqualTo("US");
    }

    @Test
    void aTableThatCannotBeReadEndsTheStartAndSaysWhich() throws IOException {
        Path text = Files.writeString(folder.resolve("countries.csv"), "8.8.8.0,8.8.8.255,US\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> factory.countries(text))
                .withMessageContaining("active-defense.blacklist-service.country-table")
                .withMessageContaining(text.toString())
                .withMessageContaining("MaxMind DB");
    }
}
