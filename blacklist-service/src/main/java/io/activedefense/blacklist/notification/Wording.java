// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A notice in words, before it is laid out as text or HTML.
 *
 * @param subject in one line
 * @param items one for each address or alarm
 * @param rest what is not named; absent: everything is
 * @param link where one reads on
 */
public record Wording(String subject, List<Item> items, Optional<String> rest, Optional<URI> link) {
    private static final String CONTROLS = "\\p{Cntrl}+";

    public Wording {
        subject = subject.replaceAll(CONTROLS, " ");
        items = List.copyOf(items);
    }

    /** Of an address or an alarm. */
    public record Item(String title, List<Fact> facts, Optional<URI> link) {
        public Item {
            title = title.replaceAll(CONTROLS, " ");
            facts = List.copyOf(facts);
        }
    }

    /** A name and what stands behind it; some of it was written by strangers. */
    public record Fact(String name, String value) {
        public Fact {
            value = value.replaceAll(CONTROLS, " ");
        }
    }
}
