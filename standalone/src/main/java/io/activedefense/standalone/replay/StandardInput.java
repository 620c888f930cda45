// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

import java.io.InputStream;

/**
 * Lines that another program hands over.
 *
 * @param stream they come through
 * @param writtenAtMillis when: now, for who can tell
 */
record StandardInput(InputStream stream, long writtenAtMillis) implements LogSource {
    static final String NAME = "-";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String device() {
        return "stdin";
    }

    @Override
    public InputStream openStored() {
        return stream;
    }

    @Override
    public InputStream linesOf(InputStream stored) {
        return stored;
    }

    @Override
    public long storedBytes() {
        return 0;
    }
}
