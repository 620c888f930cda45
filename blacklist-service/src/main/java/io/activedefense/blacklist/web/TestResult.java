// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.notification.Channel.Outcome;

/**
 * How a test went.
 *
 * @param sent whether it was taken
 * @param answer the receiver's own words, or what hindered it
 */
record TestResult(boolean sent, String answer) {
    static TestResult of(Outcome outcome) {
        return new TestResult(outcome instanceof Outcome.Sent, outcome.words());
    }
}
