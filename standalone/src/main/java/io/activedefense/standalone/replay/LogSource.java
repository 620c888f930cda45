// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.IOException;
import java.io.InputStream;

/** Where lines of one device come from. */
interface LogSource {
    /** As the operator named it. */
    String name();

    /** The firewall that wrote it. */
    String device();

    /** What a header's time without a year must be near to: milliseconds since 1970. */
    long writtenAtMillis();

    /** Opens its bytes as they are stored, compressed or not. */
    InputStream openStored() throws IOException;

    /** The lines in what {@link #openStored} gave. */
    InputStream linesOf(InputStream stored) throws IOException;

    /** How many bytes are stored, or 0 if nobody knows. */
    long storedBytes();
}
