// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.activedefense.blacklist.egress.EgressGate;
import io.activedefense.blacklist.egress.MailRelays;
import io.activedefense.blacklist.notification.AlarmChange;
import io.activedefense.blacklist.notification.AlarmChange.Change;
import io.activedefense.blacklist.notification.Channel.Outcome;
import io.activedefense.blacklist.notification.Letter;
import io.activedefense.blacklist.notification.Listing;
import io.activedefense.blacklist.notification.MailServer;
import io.activedefense.blacklist.notification.MailServer.Security;
import io.activedefense.blacklist.notification.MailServers;
import io.activedefense.blacklist.notification.Notice;
import io.activedefense.blacklist.notification.Page;
import io.activedefense.blacklist.notification.Target;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.InvalidSettingException;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailChannelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Page PAGE = new Page(URI.create("https://defense.example.com"));
    private static final String HERE = "127.0.0.1";
    private static final Target SOC = new Target("soc@example.com", null);
    private static final GreenMail GREEN_MAIL = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTPS)
    });

    private final Servers servers = new Servers();

    @BeforeAll
    static void start() {
        GREEN_MAIL.start();
        GREEN_MAIL.setUser("defense@example.com", "defense", "the right password");
    }

    @AfterAll
    static void stop() {
        GREEN_MAIL.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        GREEN_MAIL.purgeEmailFromAllMailboxes();
    }

    @Test
    void listedAddressesArriveInTextAndHtml() throws Exception {
        servers.are(plain("defense"), "the right password");
        Outcome outcome = channel().send(SOC, letter("active-defense-7-0", listings()));

        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        assertThat(outcome.words()).startsWith("250");
        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("[Active Defense] 2 addresses listed: Port Scan Attack v1 2");
        assertThat(mail.getFrom()[0]).hasToString("Active Defense <defense@example.com>");
        assertThat(mail.getAllRecipients()[0]).hasToString("soc@example.com");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOON));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).isEqualTo("<active-defense-7-0@example.com>");

        assertThat(part(mail, 0, "text/plain"))
                .contains("203.0.113.1", "Country: RU", "Evidence: 11 ports", "/blacklist?entry=203.0.113.2");
        assertThat(part(mail, 1, "text/html"))
                .contains(">203.0.113.1</a>", "<td", "RU</td>", "https://defense.example.com/blacklist?entry=");
    }

    @Test
    void alarmsArrive() throws Exception {
        servers.are(plain(null), null);
        var raised = new AlarmChange(
                1, Change.RAISED, "device-silent", "PA-1", "no line for 10 min", "See whether it logs.", NOON, null);
        channel().send(SOC, letter("id", new Notice.Alarms(List.of(raised), 1)));

        assertThat(only().getSubject()).isEqualTo("[Active Defense] Alarm raised: Silent device, PA-1");
        assertThat(part(only(), 0, "text/plain")).contains("What to do: See whether it logs.");
    }

    @Test
    void aWrongPasswordIsToldInTheServersWords() {
        servers.are(plain("defense"), "a wrong password");

        assertThat(channel().send(SOC, letter("id", new Notice.Trial("anna"))))
                .isInstanceOf(Outcome.Failed.class)
                .satisfies(
                        outcome -> assertThat(outcome.words()).startsWith("535").doesNotContain("a wrong password"));
        assertThat(GREEN_MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void byTlsFromTheBeginning() throws Exception {
        int port = GREEN_MAIL.getSmtps().getPort();
        servers.are(new MailServer(HERE, port, Security.TLS, null, "defense@example.com"), null);
        var trusting = new Properties();
        trusting.put("mail.smtp.ssl.trust", "*");
        trusting.put("mail.smtp.ssl.checkserveridentity", "false");

        assertThat(channel().send(SOC, letter("id", new Notice.Trial("anna"))))
                .as("a certificate of nobody known")
                .isInstanceOf(Outcome.Failed.class);
        assertThat(channel(new EgressGate(new MailRelays()), trusting)
                        .send(SOC, letter("id", new Notice.Trial("anna"))))
                .isInstanceOf(Outcome.Sent.class);
        assertThat(only().getSubject()).isEqualTo("[Active Defense] Test message");
    }

    @Test
    void nothingIsSaidInPlainTextWhereTheServerHasNoStartTls() {
        servers.are(
                new MailServer(HERE, smtpPort(), Security.STARTTLS, "defense", "defense@example.com"),
                "the right password");

        assertThat(channel().send(SOC, letter("id", new Notice.Trial("anna"))))
                .isInstanceOf(Outcome.Failed.class)
                .satisfies(outcome -> assertThat(outcome.words()).contains("STARTTLS"));
        assertThat(GREEN_MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void onlyMailPortsAreAsked() {
        servers.are(plain(null), null);
        var channel = new MailChannel(servers, new EgressGate(new MailRelays()), new MailPorts(List.of(25, 587)));

        assertThat(channel.send(SOC, letter("id", new Notice.Trial("anna"))).words())
                .isEqualTo("port " + smtpPort() + " must not be asked; mail servers are at 25, 587 by "
                        + MailPorts.SETTING);
    }

    @Test
    void theGateIsAskedWithTheAddressThatIsConnectedTo() {
        servers.are(plain(null), null);
        var refusing = new EgressGate(address -> Optional.of("not for mail"));

        Outcome outcome = channel(refusing, new Properties()).send(SOC, letter("id", new Notice.Trial("anna")));

        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome.words()).contains("127.0.0.1 must not be asked: it is not for mail");
        assertThat(GREEN_MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void withoutAServerItSaysSo() {
        assertThat(channel().send(SOC, letter("id", new Notice.Trial("anna"))).words())
                .isEqualTo("no mail server is set up");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Security.class)
    void aServerThatIsNotThereIsToldSo(Security security) throws Exception {
        int nobody;
        try (var free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        servers.are(new MailServer(HERE, nobody, security, null, "defense@example.com"), null);
        var channel = new MailChannel(servers, new EgressGate(new MailRelays()), new MailPorts(List.of(nobody)));

        assertThat(channel.send(SOC, letter("id", new Notice.Trial("anna"))).words())
                .contains(HERE);
    }

    @Test
    void mailTakesAPlainAddressAndNoSecret() {
        assertThat(channel().target("soc@example.com", null)).isEqualTo(SOC);
        assertThat(channel().shown("soc@example.com")).isEqualTo("soc@example.com");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> channel().target("soc@example.com", "a secret"));
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> channel().target("SOC <soc@example.com>", null));
    }

    private MailChannel channel() {
        return channel(new EgressGate(new MailRelays()), new Properties());
    }

    private MailChannel channel(EgressGate gate, Properties more) {
        var ports = new MailPorts(List.of(smtpPort(), GREEN_MAIL.getSmtps().getPort()));
        return new MailChannel(servers, gate, ports, more);
    }

    private static int smtpPort() {
        return GREEN_MAIL.getSmtp().getPort();
    }

    private static MailServer plain(@Nullable String user) {
        return new MailServer(HERE, smtpPort(), Security.NONE, user, "defense@example.com");
    }

    private static Letter letter(String id, Notice notice) {
        return new Letter(id, NOON, notice, PAGE);
    }

    private static Notice listings() {
        var counts = new TreeMap<String, Long>();
        counts.put("port-scan", 2L);
        return new Notice.Listings(List.of(listing("203.0.113.1"), listing("203.0.113.2")), 2, counts);
    }

    private static Listing listing(String address) {
        return new Listing(
                Cidr.parse(address),
                "RU",
                new TreeSet<>(List.of("port-scan")),
                false,
                "detector",
                null,
                NOON,
                "11 ports of 198.51.100.7");
    }

    private static MimeMessage only() {
        MimeMessage[] all = GREEN_MAIL.getReceivedMessages();
        assertThat(all).hasSize(1);
        return all[0];
    }

    private static String part(MimeMessage mail, int index, String type) throws Exception {
        BodyPart part = ((Multipart) mail.getContent()).getBodyPart(index);
        assertThat(part.getContentType()).startsWith(type);
        assertThat(GreenMailUtil.getWholeMessage(mail)).contains("multipart/alternative");
        return (String) part.getContent();
    }

    /** The mail server in memory. */
    private static final class Servers implements MailServers {
        private @Nullable Kept kept;
        private @Nullable Secret password;

        void are(MailServer server, @Nullable String word) {
            put(server, word == null ? null : new Secret(word));
        }

        @Override
        public Optional<Kept> current() {
            return Optional.ofNullable(kept);
        }

        @Override
        public Optional<Secret> password() {
            return Optional.ofNullable(password);
        }

        @Override
        public Kept put(MailServer server, @Nullable Secret word) {
            password = word;
            kept = new Kept(server, word != null, NOON);
            return kept;
        }

        @Override
        public boolean remove() {
            kept = null;
            return true;
        }
    }
}
