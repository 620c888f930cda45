// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes our mail.
 *
 * @param host name or address
 * @param port 1 to 65,535
 * @param security how the connection is protected
 * @param user that signs in there; absent: nobody does
 * @param sender address that mail comes from
 */
public record MailServer(
        String host, int port, Security security, @Nullable String user, String sender) {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}");
    private static final int LONGEST_USER = 256;

    /** How a connection to a mail server is protected. */
    public enum Security {
        /** It begins in plain text, and becomes TLS before anything is said; else nothing is sent. */
        @JsonProperty("starttls")
        STARTTLS,
        /** It is TLS from the beginning. */
        @JsonProperty("tls")
        TLS,
        /** It is not: for a relay on this machine. */
        @JsonProperty("none")
        NONE
    }

    public MailServer {
        if (!HOST.matcher(host).matches()) {
            throw new InvalidSettingException("host", cut(host), "a name such as mail.example.com, or an address");
        }
        if (port < 1 || port > 65_535) {
            throw new InvalidSettingException("port", port, "in 1 to 65535");
        }
        if (user != null && (user.isBlank() || user.length() > LONGEST_USER || hasControls(user))) {
            throw new InvalidSettingException(
                    "user", user.length() + " characters", "text of 1 to " + LONGEST_USER + " characters in one line");
        }
        MailAddress.accepted("sender", sender);
    }

    /** Whether the same user signs in at the same place, as well protected: who keeps the password sends it nowhere else. */
    public boolean mayKeepPasswordOf(MailServer other) {
        return host.equals(other.host)
                && port == other.port
                && security == other.security
                && user != null
                && user.equals(other.user);
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.length() + " characters" : "'" + text + "'";
    }
}
