// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist;

import io.activedefense.application.Application;

/** Runs the blacklist service alone. */
public final class BlacklistService {
    private BlacklistService() {}

    public static void main(String[] args) {
        Application.run("blacklist-service");
    }
}
