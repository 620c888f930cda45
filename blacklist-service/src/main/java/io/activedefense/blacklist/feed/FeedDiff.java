// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.activedefense.blacklist.settings.SettingsDiff;
import io.activedefense.blacklist.settings.SettingsDiff.Difference;
import io.activedefense.contracts.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In what two definitions of a feed differ. */
public final class FeedDiff {
    private static final String HASH = "access.passwordHash";
    private static final String PASSWORD = "access.password";
    private static final String HIDDEN = "***";

    private FeedDiff() {}

    /**
     * The differences by field.
     *
     * @param before absent: there was none
     * @param after absent: it was given up
     */
    public static List<Difference> between(@Nullable Feed before, @Nullable Feed after) {
        return SettingsDiff.between(document(before), document(after)).stream()
                .map(FeedDiff::hidden)
                .toList();
    }

    private static JsonNode document(@Nullable Feed feed) {
        return feed == null ? Json.TOLERANT.createObjectNode() : Json.TOLERANT.valueToTree(feed);
    }

    /** Not even the hash of a password is told. */
    private static Difference hidden(Difference difference) {
        return difference.field().equals(HASH)
                ? new Difference(PASSWORD, hidden(difference.before()), hidden(difference.after()))
                : difference;
    }

    private static @Nullable String hidden(@Nullable String hash) {
        return hash == null ? null : HIDDEN;
    }
}
