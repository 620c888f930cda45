// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.record;

/** Who waits for what a search finds. A search is ended when they have gone. */
public interface Waiter {
    /** Stays, however long it takes. */
    Waiter PATIENT = new Waiter() {
        @Override
        public boolean hasGone() {
            return false;
        }

        @Override
        public Registration whenGone(Runnable end) {
            return () -> {};
        }
    };

    boolean hasGone();

    /** Runs {@code end}, on a thread that may block, if they go before what is returned is closed. */
    Registration whenGone(Runnable end);

    /** What is to be done when they go. */
    @FunctionalInterface
    interface Registration extends AutoCloseable {
        /** It is not to be done any more. */
        @Override
        void close();
    }
}
