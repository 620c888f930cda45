// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.mail;

import io.activedefense.blacklist.egress.EgressGate;
import io.activedefense.blacklist.notification.Channel;
import io.activedefense.blacklist.notification.Letter;
import io.activedefense.blacklist.notification.MailAddress;
import io.activedefense.blacklist.notification.MailServer;
import io.activedefense.blacklist.notification.MailServers;
import io.activedefense.blacklist.notification.MailServers.Kept;
import io.activedefense.blacklist.notification.Target;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.contracts.settings.InvalidSettingException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mail by the server that is set up. Says in the server's own words how it went. */
public final class MailChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);
    private static final About ABOUT = new About("mail", "Mail", "a mail address such as soc@example.com", null);
    private static final int MOST_CAUSES = 5;

    private final MailServers servers;
    private final EgressGate gate;
    private final MailPorts ports;
    private final Properties more;

    public MailChannel(MailServers servers, EgressGate gate, MailPorts ports) {
        this(servers, gate, ports, new Properties());
    }

    /**
     * A channel.
     *
     * @param more properties of the mail session, over ours
     */
    MailChannel(MailServers servers, EgressGate gate, MailPorts ports, Properties more) {
        this.servers = servers;
        this.gate = gate;
        this.ports = ports;
        this.more = more;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Target target(String address, @Nullable String secret) {
        if (secret != null) {
            throw new InvalidSettingException("secret", "a secret", "left out: mail has none");
        }
        return new Target(MailAddress.accepted("address", address), null);
    }

    @Override
    public String shown(String address) {
        return address;
    }

    @Override
    public Outcome send(Target target, Letter letter) {
        Optional<Kept> kept = servers.current();
        if (kept.isEmpty()) {
            return new Outcome.Failed("no mail server is set up");
        }
        MailServer server = kept.get().server();
        if (!ports.have(server.port())) {
            return new Outcome.Failed("port " + server.port() + " must not be asked; mail servers are at " + ports
                    + " by " + MailPorts.SETTING);
        }
        try {
            return new Outcome.Sent(sent(server, target, letter));
        } catch (MessagingException e) {
            LOG.debug("mail was not taken", e);
            return new Outcome.Failed(words(e));
        }
    }

    private String sent(MailServer server, Target target, Letter letter) throws MessagingException {
        Session session = Session.getInstance(properties(server));
        Message message = MailMessage.of(session, server.sender(), target.address(), letter);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(server.host(), server.port(), server.user(), password());
            transport.sendMessage(message, message.getAllRecipients());
            return transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : "taken";
        }
    }

    private @Nullable String password() {
        return servers.password().map(Secret::text).orElse(null);
    }

    private Properties properties(MailServer server) {
        var properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.put("mail.smtp.connectiontimeout", "10000");
        properties.put("mail.smtp.timeout", "20000");
        properties.put("mail.smtp.writetimeout", "20000");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", new GatedSockets(gate));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        properties.putAll(more);
        return properties;
    }

    /** Of all that went wrong on the way each once, in the words it was said in. */
    private static String words(MessagingException failure) {
        var words = new LinkedHashSet<String>();
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            String message = cause.getMessage();
            words.add(message == null || message.isBlank() ? cause.getClass().getSimpleName() : message.strip());
            cause = cause instanceof MessagingException next ? next.getNextException() : cause.getCause();
        }
        return String.join("; ", words);
    }
}
