// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.notification.MailServer;
import io.activedefense.blacklist.notification.MailServer.Security;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, as sent. It is the whole.
 *
 * @param host name or address
 * @param port left out: 587 with starttls, 465 with tls, 25 with none
 * @param security left out: starttls
 * @param user that signs in there; left out: nobody does
 * @param password of that user, up to 1,000 characters. Left out in a change: it stays, where host, port, security and
 *     user stay too. It is never told
 * @param sender address that mail comes from
 */
record MailServerWish(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String host,

        @Nullable Integer port,
        @Nullable Security security,
        @Nullable String user,
        @Nullable String password,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String sender) {
    private static final int LONGEST_PASSWORD = 1_000;

    MailServer server() {
        Security wanted = security == null ? Security.STARTTLS : security;
        return new MailServer(
                Requests.given("host", host, "the name or address of the mail server"),
                port == null ? usualPort(wanted) : port,
                wanted,
                user,
                Requests.given("sender", sender, "the address that mail comes from"));
    }

    @Nullable Secret secret() {
        if (password == null) {
            return null;
        }
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            throw new InvalidSettingException(
                    "password", password.length() + " characters", "text of 1 to " + LONGEST_PASSWORD + " characters");
        }
        return new Secret(password);
    }

    private static int usualPort(Security security) {
        return switch (security) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }

    @Override
    public String toString() {
        return "mail server " + host;
    }
}
