// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.secret;

import com.fasterxml.jackson.annotation.JsonIgnoreType;

/** What only its owner may know. Prints as nothing, and is in no JSON. */
@JsonIgnoreType
public record Secret(String text) {
    @Override
    public String toString() {
        return "secret";
    }
}
