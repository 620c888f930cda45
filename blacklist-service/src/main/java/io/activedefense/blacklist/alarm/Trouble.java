// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import static java.util.Objects.requireNonNull;

/**
 * Something is wrong now. The same kind and subject is the same trouble.
 *
 * @param kind what, as one of few words: {@code device-silent}
 * @param subject whom it befell: a device, a consumer, a component
 * @param detail in words
 * @param whatToDo for the operator who reads it
 */
public record Trouble(String kind, String subject, String detail, String whatToDo) {
    public Trouble {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(detail, "detail");
        requireNonNull(whatToDo, "whatToDo");
    }

    public Key key() {
        return new Key(kind, subject);
    }

    /** What tells the troubles of one part apart. */
    public record Key(String kind, String subject) {}
}
