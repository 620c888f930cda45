// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.browser;

import io.activedefense.standalone.up.FirewallLog;
import io.activedefense.standalone.up.FirewallLog.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What two firewalls have logged in the hours before: visitors of a web server, and among them who scans and attacks. It
 * is the same every time, up to now.
 */
final class MadeUpHours {
    /** What is scanned. */
    static final String OWN_NETWORK = "198.51.100.0/24";

    static final int SCANS_OF_UP_TO_15_PORTS = 5;

    /** So many addresses are listed for it. */
    static final int LISTED = 12 + 6 + 1;

    static final String LONGEST_SCAN = "185.220.101.41";

    /** Sends from one port to many, as who answers. */
    static final String ANSWERING = "80.67.181.53";

    /** Tried exploits, and nothing else. */
    static final String ATTACKER = "91.240.118.172";

    private static final Duration HOURS = Duration.ofHours(6);
    private static final String WEB_SERVER = "198.51.100.20";
    private static final List<String> COUNTRIES =
            List.of("Netherlands", "Bulgaria", "United States", "Germany", "China", "Brazil", "France");

    private final Instant begin;
    private final List<Line> inBerlin = new ArrayList<>();
    private final List<Line> inHamburg = new ArrayList<>();

    private MadeUpHours(Instant begin) {
        this.begin = begin;
    }

    static void writeTo(Path logs, Instant now) throws IOException {
        var hours = new MadeUpHours(now.minus(HOURS));
        hours.visits();
        hours.scansOfPorts();
        hours.scansOfAddresses();
        hours.exploits();
        hours.answers();
        new FirewallLog(logs, "PA-BERLIN").write(hours.inBerlin);
        var hamburg = new FirewallLog(logs, "PA-HAMBURG");
        hamburg.write(hours.inHamburg);
        hamburg.append("this is no line of a firewall\n");
    }

    private void visits() {
        for (int minute = 0; minute < HOURS.toMinutes(); minute++) {
            var source = "62.138." + minute % 7 + "." + (10 + minute % 40);
            var line = Line.allowed(after(minute), source, WEB_SERVER, 443).from(country(minute % 7));
            (minute % 3 == 0 ? inHamburg : inBerlin).add(line);
        }
    }

    private void scansOfPorts() {
        for (int scan = 0; scan < 12; scan++) {
            var source = "185.220.101." + (30 + scan);
            for (int port = 0; port < 11 + scan; port++) {
                var at = after(5 + 28L * scan).plusSeconds(7L * port);
                var line = Line.dropped(at, source, "198.51.100." + (20 + scan % 3), 20 + 3 * port);
                (scan % 4 == 0 ? inHamburg : inBerlin).add(line.from(country(scan)));
            }
        }
    }

    private void scansOfAddresses() {
        for (int scan = 0; scan < 6; scan++) {
            var source = "45.148.10." + (80 + scan);
            int port = List.of(22, 3389, 445).get(scan % 3);
            for (int host = 1; host <= 12; host++) {
                var at = after(17 + 55L * scan).plusSeconds(11L * host);
                inHamburg.add(
                        Line.dropped(at, source, "198.51.100." + host, port).from(country(scan + 2)));
            }
        }
    }

    private void exploits() {
        Stream.of(43, 121, 305)
                .map(minute -> Line.exploit(
                        after(minute), ATTACKER, WEB_SERVER, "Apache Log4j Remote Code Execution", "critical"))
                .map(line -> line.from("Netherlands"))
                .forEach(inBerlin::add);
        inBerlin.add(Line.exploit(after(200), "103.99.0.122", WEB_SERVER, "HTTP Directory Traversal", "high"));
    }

    /** Of a name server, or of who forges it: a person is asked. */
    private void answers() {
        for (int query = 0; query < 12; query++) {
            var at = after(90).plusSeconds(query);
            inHamburg.add(Line.allowed(at, ANSWERING, "198.51.100.7", 40_000 + 17 * query)
                    .fromPort(53));
        }
    }

    private Instant after(long minutes) {
        return begin.plus(Duration.ofMinutes(minutes));
    }

    private static String country(int number) {
        return COUNTRIES.get(number % COUNTRIES.size());
    }
}
