// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.notification.Wording.Fact;
import io.activedefense.blacklist.notification.Wording.Item;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays words out as HTML that mail readers show: no style sheet, no picture, nothing from elsewhere. */
public final class Html {
    private static final String FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;";
    private static final String MUTED = "padding:2px 16px 2px 0;color:#5b6570;vertical-align:top;white-space:nowrap";
    private static final String VALUE = "padding:2px 0;vertical-align:top";

    private Html() {}

    public static String of(Wording wording) {
        String items = wording.items().stream().map(Html::of).collect(Collectors.joining());
        String rest =
                wording.rest().map(words -> "<p>" + escaped(words) + "</p>").orElse("");
        String link = wording.link()
                .map(page -> "<p>" + linked("Open Active Defense", Optional.of(page)) + "</p>")
                .orElse("");
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(wording.subject())
                + "</title></head><body style=\"margin:0;padding:24px;" + FONT
                + "font-size:14px;line-height:1.5;color:#1b2026\"><h1 style=\"font-size:18px;margin:0 0 16px\">"
                + escaped(wording.subject()) + "</h1>" + items + rest + link + "</body></html>";
    }

    private static String of(Item item) {
        String facts = item.facts().stream().map(Html::row).collect(Collectors.joining());
        return "<h2 style=\"font-size:15px;margin:16px 0 4px\">" + linked(item.title(), item.link())
                + "</h2><table role=\"presentation\" style=\"border-collapse:collapse;font-size:14px\">" + facts
                + "</table>";
    }

    private static String row(Fact fact) {
        return "<tr><td style=\"" + MUTED + "\">" + escaped(fact.name()) + "</td><td style=\"" + VALUE + "\">"
                + escaped(fact.value()) + "</td></tr>";
    }

    private static String linked(String words, Optional<URI> link) {
        return link.map(page -> "<a href=\"" + escaped(page.toString()) + "\" style=\"color:#1864ab\">" + escaped(words)
                        + "</a>")
                .orElseGet(() -> escaped(words));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
