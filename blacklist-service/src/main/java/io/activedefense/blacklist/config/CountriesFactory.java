// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.country.Countries;
import io.activedefense.blacklist.country.CountryTable;
import io.activedefense.blacklist.country.LineCountries;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where addresses are: by the table that comes with the product, or by an operator's own. */
@Factory
final class CountriesFactory {
    private static final Logger LOG = LoggerFactory.getLogger(CountriesFactory.class);
    private static final String TABLE = "active-defense.blacklist-service.country-table";

    @Singleton
    Countries countries(@Nullable @Property(name = TABLE) Path own) {
        CountryTable table = own == null ? CountryTable.shipped() : read(own);
        LOG.info("Countries: table={} made={}", own == null ? "shipped" : own, table.made());
        return table;
    }

    @Singleton
    LineCountries lineCountries(Countries countries) {
        return new LineCountries(countries);
    }

    private static CountryTable read(Path own) {
        try {
            return CountryTable.of(own);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    TABLE + ": " + own + " can't be read; it must be a MaxMind DB of countries: " + e.getMessage(), e);
        }
    }
}
