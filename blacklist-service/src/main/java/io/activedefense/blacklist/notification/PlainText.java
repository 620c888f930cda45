// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.notification.Wording.Item;
import java.util.stream.Collectors;

/** Lays words out as text. */
public final class PlainText {
    private PlainText() {}

    public static String of(Wording wording) {
        String items = wording.items().stream().map(PlainText::of).collect(Collectors.joining("\n"));
        String rest = wording.rest().map(words -> "\n" + words + "\n").orElse("");
        String link = wording.link().map(page -> "\n" + page + "\n").orElse("");
        return wording.subject() + "\n\n" + items + rest + link;
    }

    private static String of(Item item) {
        String facts = item.facts().stream()
                .map(fact -> "  " + fact.name() + ": " + fact.value() + "\n")
                .collect(Collectors.joining());
        return item.title() + "\n" + facts
                + item.link().map(link -> "  " + link + "\n").orElse("");
    }
}
