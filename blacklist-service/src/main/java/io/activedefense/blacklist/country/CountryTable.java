// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.country;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import io.activedefense.contracts.address.IpAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Countries as a MaxMind DB has them, in memory; each address's is at {@code country.iso_code}. */
public final class CountryTable implements Countries {
    private static final String SHIPPED = "countries.mmdb";

    private final Reader reader;

    private CountryTable(InputStream table) throws IOException {
        this.reader = new Reader(table, new CHMCache());
    }

    /** The one that comes with the product. */
    public static CountryTable shipped() {
        try (InputStream table =
                Objects.requireNonNull(CountryTable.class.getResourceAsStream(SHIPPED), SHIPPED + " is not packed")) {
            return new CountryTable(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's own.
     *
     * @throws IOException it is not there, or is no such table
     */
    public static CountryTable of(Path file) throws IOException {
        try (InputStream table = Files.newInputStream(file)) {
            return new CountryTable(table);
        }
    }

    /** When it was made. */
    public Instant made() {
        return reader.getMetadata().buildTime();
    }

    @Override
    public @Nullable String of(IpAddress address) {
        try {
            Map<?, ?> found = reader.get(inet(address), Map.class);
            return found != null && found.get("country") instanceof Map<?, ?> country
                    ? (String) country.get("iso_code")
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the table of countries is broken", e);
        }
    }

    private static InetAddress inet(IpAddress address) throws UnknownHostException {
        ByteBuffer bytes = address.isIpv4()
                ? ByteBuffer.allocate(Integer.BYTES).putInt(address.ipv4Bits())
                : ByteBuffer.allocate(2 * Long.BYTES).putLong(address.high()).putLong(address.low());
        return InetAddress.getByAddress(bytes.array());
    }
}
