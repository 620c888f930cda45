// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

/** What became of an admin's wish for a recipient. */
public sealed interface RecipientOutcome {
    /** It is as wished. */
    record Done(Recipient recipient) implements RecipientOutcome {}

    /** Another one has this name. */
    record NameTaken(String name) implements RecipientOutcome {}

    /** There are as many as there may be. */
    record TooMany(int most) implements RecipientOutcome {}

    /** There is none of this number. */
    record Unknown() implements RecipientOutcome {}

    /** It is reached over another channel than before, and where is not said. */
    record TargetMissing() implements RecipientOutcome {}
}
