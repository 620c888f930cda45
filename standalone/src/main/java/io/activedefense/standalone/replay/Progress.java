// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.replay;

/** Told how far the reading has come. */
interface Progress {
    /** Nobody looks. */
    Progress NONE = new Progress() {
        @Override
        public void read(int storedBytes, long lines) {}

        @Override
        public void end() {}
    };

    /**
     * More was read.
     *
     * @param storedBytes read just now, as they are stored
     * @param lines read altogether
     */
    void read(int storedBytes, long lines);

    void end();
}
