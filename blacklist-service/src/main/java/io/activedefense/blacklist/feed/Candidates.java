// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.util.List;

/** What is listed now, for those who choose of it. */
public interface Candidates {
    /**
     * All that is listed at one moment, in no order.
     *
     * @param withDevices whether the devices of the evidence are wanted, which costs
     */
    List<Candidate> listed(boolean withDevices);
}
