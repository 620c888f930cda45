// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.event.EventText;
import io.activedefense.contracts.event.FirewallEvent;

/**
 * What sightings have in common.
 *
 * @param device the firewall that logged it
 * @param policy name of the security policy that matched
 * @param action what the firewall did, as it wrote it
 */
public record SightingContext(String device, String policy, String action) {
    /** Stands for those that there was no more room for. */
    public static final SightingContext UNKNOWN = new SightingContext("", "", "");

    /** Longer texts are cut, so that an event that was made up can't swell what is remembered. */
    static final int LONGEST_TEXT = 256;

    public static SightingContext of(FirewallEvent event) {
        return new SightingContext(
                cut(event.text(EventText.DEVICE)), cut(event.text(EventText.RULE_NAME)), cut(event.actionText()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
