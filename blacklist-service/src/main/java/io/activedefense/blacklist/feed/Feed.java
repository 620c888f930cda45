// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A list as an operator defined it.
 *
 * @param name also of its file
 * @param comment what it is for
 * @param choice what it holds
 * @param format id of a {@link ListFormat}
 * @param access who may read it
 */
public record Feed(String name, @Nullable String comment, Choice choice, String format, FeedAccess access) {
    /** The list that is always there. */
    public static final String BUILT_IN = "blacklist";

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final int LONGEST_COMMENT = 500;

    public Feed {
        if (!NAME.matcher(name).matches() || name.equals(BUILT_IN)) {
            throw new InvalidSettingException(
                    "name",
                    name.length() > 40 ? name.length() + " characters" : name,
                    "1 to 40 of a-z, 0-9 and hyphens, no hyphen first or last, and not " + BUILT_IN);
        }
        if (comment != null && (comment.isBlank() || comment.length() > LONGEST_COMMENT)) {
            throw new InvalidSettingException(
                    "comment", comment.length() + " characters", "text of 1 to " + LONGEST_COMMENT + " characters");
        }
        ListFormats.of(format);
    }

    @JsonIgnore
    public ListFormat listFormat() {
        return ListFormats.of(format);
    }

    /** As {@code partners.csv}. */
    @JsonIgnore
    public String fileName() {
        return name + "." + listFormat().extension();
    }

    /** Whether it is written from the same entries in the same way, whoever may read it. */
    public boolean hasContentOf(Feed other) {
        return choice.equals(other.choice) && format.equals(other.format);
    }
}
