// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks at what a visitor sees as different people have it: light and dark, on a desk and on a telephone. */
final class Tour {
    /** What axe says of findings that keep somebody from using the page. */
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final int NARROW = 390;

    private final Visitor visitor;
    private final Page page;
    private final Path pictures;

    Tour(Visitor visitor, Path pictures) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.pictures = pictures;
    }

    void of(String pageName) {
        visitor.opens(pageName);
        here(pageName.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", ""));
    }

    /** What a button of a page opens over it. */
    void over(String pageName, String details, String file) {
        visitor.opens(pageName);
        visitor.presses("Details of " + details);
        visitor.sees(visitor.dialog(details));
        here(file);
        visitor.leaves(details);
    }

    /** What is seen now, as four have it. It ends as it began. */
    private void here(String file) {
        for (int width : List.of(NARROW, Visitor.WIDE)) {
            page.setViewportSize(width, width == NARROW ? 844 : 800);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                var light = scheme.name().toLowerCase(Locale.ROOT);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                assertThat(page.locator("html")).hasAttribute("data-mantine-color-scheme", light);
                visitor.seesAllLoaded();
                await().pollInSameThread().until(this::isNoWiderThanItsWindow);
                visitor.takesPicture(pictures.resolve(file + "-" + light + "-" + width + ".png"));
                if ((width == NARROW) == (scheme == ColorScheme.DARK)) {
                    assertNoBarrier(light + ", " + width + " wide");
                }
            }
        }
    }

    /** Asked again from here: what waits within the page would have to be let through by its security policy. */
    private boolean isNoWiderThanItsWindow() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }

    /** Asked for two of the four, which have both widths and both schemes. */
    private void assertNoBarrier(String look) {
        var findings = new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Tour::words)
                        .toList();
        assertThat(findings).as("axe of %s, %s", page.url(), look).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n  " + node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
