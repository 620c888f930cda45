// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.List;
import java.util.stream.Collectors;

/** All formats there are. */
public final class ListFormats {
    private static final List<ListFormat> ALL =
            List.of(new PlainFormat(), new CommentedFormat(), new CsvFormat(), new JsonFormat());

    private ListFormats() {}

    /**
     * The format of this name.
     *
     * @throws InvalidSettingException if there is none
     */
    public static ListFormat of(String id) {
        return ALL.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException("format", id, "one of " + names()));
    }

    private static String names() {
        return ALL.stream().map(ListFormat::id).collect(Collectors.joining(", "));
    }
}
