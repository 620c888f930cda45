// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.activedefense.standalone.up.FirewallLog;
import io.activedefense.standalone.up.RunningUp;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the first sign-in to handing over to a colleague: the running product in a browser, with logs and a mail server. */
class OperatorsDayIT {
    /** What docs/screenshots/renew takes its pictures from. */
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final String SCANNER = "185.220.101.7";
    private static final String DURING_THE_BREAK = "185.220.101.8";
    private static final String ANOTHER = "45.95.147.23";

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient firewall = HttpClient.newHttpClient();

    @Test
    void doesInABrowserWhatOperatorsDo() throws Exception {
        var program = Chromium.program().orElseGet(OperatorsDayIT::skip);
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE_MILLIS);
        var logs = Files.createDirectory(folder.resolve("firewalls"));
        try (var up = RunningUp.ready(folder.resolve("data"), "--logs", logs.toString());
                var chromium = Chromium.start(program);
                var admin = chromium.visits(up.url("/"))) {
            try {
                signsInForTheFirstTime(admin, up);
                takesTheFirstSteps(admin, logs);
                watchesAnAddressAppear(admin, up, logs);
                overrules(admin, up);
                tunesCase1(admin);
                makesAFeed(admin);
                takesABreak(admin, up, logs);
                isToldByMail(admin);
                letsAViewerIn(admin, chromium, up);
                looksAtEveryPage(admin);
            } catch (Exception | AssertionError failure) {
                admin.takesPicture(PICTURES.resolve("failed.png"));
                throw failure;
            }
            admin.assertUndisturbed();
        }
    }

    private static void signsInForTheFirstTime(Visitor admin, RunningUp up) throws IOException {
        var handedOver =
                Files.readString(up.data().resolve("initial-admin-password")).strip();
        new SigningIn(admin).forTheFirstTime("admin", handedOver, "a word that admins know");
    }

    private static void takesTheFirstSteps(Visitor admin, Path logs) throws IOException {
        var steps = new FirstSteps(admin, PICTURES);
        steps.areBegun();
        MadeUpHours.writeTo(logs, Instant.now());
        steps.seeLinesArrive();
        steps.setOwnNetworks(MadeUpHours.OWN_NETWORK);
        steps.handTheListOver();
    }

    private void watchesAnAddressAppear(Visitor admin, RunningUp up, Path logs) throws IOException {
        awaitList(up, list -> assertThat(list.lines()).hasSize(MadeUpHours.LISTED));
        var watching = new Watching(admin);
        watching.isReadyForNews();
        log(logs).scanOfPorts(SCANNER, 11);
        watching.seesItListed(SCANNER);
        watching.readsTheEvidence(SCANNER, 11, "More than 10 ports of one destination within 10 minutes");
        watching.findsItsLogLines(SCANNER, 11, "PA-BERLIN.log");
    }

    private void overrules(Visitor admin, RunningUp up) {
        var overruling = new Overruling(admin);
        overruling.blacklists(ANOTHER, "seen by a partner");
        awaitList(up, list -> assertThat(list).contains(SCANNER, ANOTHER));
        overruling.releases(ANOTHER, "it was theirs");
        awaitList(up, list -> assertThat(list).contains(SCANNER).doesNotContain(ANOTHER));
    }

    private static void tunesCase1(Visitor admin) {
        var tuning = new Tuning(admin, PICTURES);
        tuning.triesCase1OnHistory(15, MadeUpHours.SCANS_OF_UP_TO_15_PORTS + 1);
        tuning.putsThemInForce(15, "a scanner of our own tries 12");
    }

    /** It holds what case 1 found, and nothing else. */
    private void makesAFeed(Visitor admin) throws IOException, InterruptedException {
        var feeding = new Feeding(admin);
        String address = feeding.definesAFeed("branch", "Port Scan Attack v1");
        assertThat(get(address)).contains(SCANNER).doesNotContain(MadeUpHours.ATTACKER);
    }

    /** Lines go on being read while nothing is judged, and none of them is missed. */
    private void takesABreak(Visitor admin, RunningUp up, Path logs) throws IOException {
        var tuning = new Tuning(admin, PICTURES);
        tuning.turnsOff();
        log(logs).scanOfPorts(DURING_THE_BREAK, 16);
        new Records(admin).findsLines(DURING_THE_BREAK, 16);
        awaitList(up, list -> assertThat(list).contains(SCANNER).doesNotContain(DURING_THE_BREAK));
        tuning.turnsOn();
        awaitList(up, list -> assertThat(list).contains(SCANNER, DURING_THE_BREAK));
    }

    private static void isToldByMail(Visitor admin) throws MessagingException {
        try (var server = new MailServer()) {
            var mailing = new Mailing(admin);
            mailing.setsUp(server, "defense@example.com");
            mailing.sendsATest("soc@example.com");
            assertThat(server.mails()).singleElement().satisfies(mail -> {
                assertThat(mail.getFrom())
                        .extracting(Address::toString)
                        .containsExactly("Active Defense <defense@example.com>");
                assertThat(mail.getAllRecipients())
                        .extracting(Address::toString)
                        .containsExactly("soc@example.com");
            });
        }
    }

    private static void letsAViewerIn(Visitor admin, Chromium chromium, RunningUp up) {
        String password = new Colleagues(admin).adds("vera");
        try (var vera = chromium.visits(up.url("/"))) {
            new SigningIn(vera).forTheFirstTime("vera", password, "a word that vera knows");
            var viewing = new Colleagues(vera);
            viewing.looksAround(SCANNER);
            viewing.followsALinkToThePeople();
            vera.assertUndisturbed();
        }
    }

    private static void looksAtEveryPage(Visitor admin) {
        new Feeding(admin).seesThatItIsPolled("branch");
        new FirstSteps(admin, PICTURES).areDone();
        var tour = new Tour(admin, PICTURES);
        Stream.of(
                        "Overview",
                        "Alarms",
                        "Blacklist Records",
                        "Review Queue",
                        "Syslog Records",
                        "Syslog Devices",
                        "Lists (EDL)",
                        "ActiveDefense Settings",
                        "System On Off",
                        "Notifications",
                        "Users and Groups",
                        "Audit")
                .forEach(tour::of);
        tour.over("Blacklist Records", MadeUpHours.LONGEST_SCAN, "entry");
        tour.over("Lists (EDL)", "branch", "list");
        tour.over("Review Queue", MadeUpHours.ANSWERING, "held");
    }

    private void awaitList(RunningUp up, ThrowingConsumer<String> assertion) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertion.accept(get(up.url("/files/blacklist.txt"))));
    }

    private String get(String address) throws IOException, InterruptedException {
        var response = firewall.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }

    private static FirewallLog log(Path logs) {
        return new FirewallLog(logs, "PA-BERLIN");
    }

    private static Path skip() {
        var why =
                "The page was NOT tested in a browser: no chromium is in the PATH. 'apt-get install chromium' brings it.";
        System.err.println(why);
        return abort(why);
    }
}
