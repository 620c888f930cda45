// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.run;

import io.activedefense.contracts.address.Cidr;
import java.util.List;

/**
 * A source that the rules would have put on the list.
 *
 * @param source what would be listed
 * @param atMillis event time of the first crossing that was in no doubt, in milliseconds since 1970
 * @param rules that would have listed it, by name
 */
public record Listed(Cidr source, long atMillis, List<String> rules) {
    public Listed {
        rules = List.copyOf(rules);
    }
}
