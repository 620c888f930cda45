// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes steps that may fail and are taken again; tells the first failure and the recovery, not each one between. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final String what;
    private boolean failing;

    /** What may fail. */
    @FunctionalInterface
    interface Attempt {
        void run() throws IOException;
    }

    /** @param what is refreshed, as a sentence begins */
    Attempts(String what) {
        this.what = what;
    }

    void run(Attempt attempt) {
        try {
            attempt.run();
            recovered();
        } catch (RuntimeException | IOException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        if (!failing) {
            LOG.warn("{} can't be refreshed, what was served last stays", what, e);
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOG.info("{} can be refreshed again", what);
        }
        failing = false;
    }
}
