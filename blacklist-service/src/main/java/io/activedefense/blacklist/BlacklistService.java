// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist;

import io.activedefense.application.Application;
import io.activedefense.blacklist.config.ResetPassword;

/** Runs the blacklist service alone, or with {@code reset-password USER} gives a user another password. */
public final class BlacklistService {
    private static final String NAME = "blacklist-service";

    private BlacklistService() {}

    public static void main(String[] args) {
        if (args.length == 0) {
            Application.run(NAME);
        } else if (args.length == 2 && args[0].equals("reset-password")) {
            System.exit(resetPassword(args[1]));
        } else {
            System.err.println(NAME + ": " + String.join(" ", args)
                    + " is not accepted; it must be reset-password USER, or nothing to run the service");
            System.exit(2);
        }
    }

    private static int resetPassword(String user) {
        try {
            return ResetPassword.of(user, Application.settings(NAME), System.out, System.err);
        } catch (IllegalArgumentException e) {
            System.err.println(NAME + ": " + e.getMessage());
            return 2;
        }
    }
}
