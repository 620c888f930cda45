// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of this machine, without a window. It reaches nothing but this machine, whatever a page asks for. */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** Pages of the product are all that it opens, so that it needs no sandbox, which root could not have. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Where it is; empty where it is not installed. */
    static Optional<Path> program() {
        return NAMES.stream().flatMap(name -> inPath(name).stream()).findFirst();
    }

    static Chromium start(Path program) {
        // The library brings a Node.js and browsers of its own if it is let: both are here already.
        var playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        inPath("node").orElseThrow().toString())));
        var browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    /** Somebody with a browser of their own, on the front page. */
    Visitor visits(String product) {
        return new Visitor(browser, product);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Optional<Path> inPath(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
