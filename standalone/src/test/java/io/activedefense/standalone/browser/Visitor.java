// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser, who finds things by what they are called. What the page asked for and complained of is kept. */
final class Visitor implements AutoCloseable {
    /** A condition comes true within a second on a quiet machine, and within this on a very busy one. */
    static final double PATIENCE_MILLIS = 60_000;

    static final int WIDE = 1280;

    /** On a page whose server says who is in, nobody is at first: the browser tells of that as of an error. */
    private static final String NOBODY_IS_IN = "status of 401";

    private final String product;
    private final BrowserContext context;
    private final Page page;
    private final List<String> asked = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String product) {
        this.product = product;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(WIDE, 800)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        context.onRequest(request -> asked.add(request.url()));
        context.onConsoleMessage(this::listen);
        page.onPageError(error -> complaints.add("not caught: " + error));
        page.navigate(product);
    }

    Page page() {
        return page;
    }

    void opens(String pageName) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Pages"))
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(pageName).setExact(true))
                .click();
        sees(heading(pageName));
    }

    Locator heading(String name) {
        return by(AriaRole.HEADING, name);
    }

    Locator button(String name) {
        return by(AriaRole.BUTTON, name);
    }

    Locator by(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A drawer or a question, by the beginning of its title. */
    Locator dialog(String title) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName(title));
    }

    /** What lies over the page: a drawer or a question. */
    void leaves(String title) {
        page.keyboard().press("Escape");
        assertThat(dialog(title)).isHidden();
    }

    void presses(String button) {
        button(button).click();
    }

    void types(String field, String text) {
        page.getByLabel(field, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    void sees(Locator what) {
        assertThat(what).isVisible();
    }

    void sees(String text) {
        sees(page.getByText(text).first());
    }

    /** What is on its way has a place that says so. */
    void seesAllLoaded() {
        assertThat(page.locator("[role=status][aria-label^=Loading]")).hasCount(0);
    }

    void takesPicture(Path file) {
        // Away from what was clicked last, which would look chosen.
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    }

    /** The product is served from one place, and tells everything that goes wrong. */
    void assertUndisturbed() {
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url)
                        .matches(
                                address -> address.startsWith(product) || address.startsWith("data:"),
                                "is the product's"));
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private void listen(ConsoleMessage message) {
        boolean asksWhoIsIn =
                message.location().contains("/api/v1/session") && message.text().contains(NOBODY_IS_IN);
        if (message.type().equals("error") && !asksWhoIsIn) {
            complaints.add(message.text() + " at " + message.location());
        }
    }
}
