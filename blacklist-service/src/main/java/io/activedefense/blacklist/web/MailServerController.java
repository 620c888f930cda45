// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.notification.MailAddress;
import io.activedefense.blacklist.notification.MailServer;
import io.activedefense.blacklist.notification.MailServer.Security;
import io.activedefense.blacklist.notification.MailServers;
import io.activedefense.blacklist.notification.MailServers.Kept;
import io.activedefense.blacklist.notification.Mailbox;
import io.activedefense.blacklist.notification.NotificationSettingsStore;
import io.activedefense.blacklist.notification.Target;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The server that takes our mail. Its password goes in and never comes out. */
@Controller("/api/v1/notifications/mail-server")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "notifications")
final class MailServerController {
    private final MailServers servers;
    private final NotificationSettingsStore settings;
    private final Mailbox mailbox;

    MailServerController(MailServers servers, NotificationSettingsStore settings, Mailbox mailbox) {
        this.servers = servers;
        this.settings = settings;
        this.mailbox = mailbox;
    }

    /**
     * The mail server.
     *
     * @param configured whether there is one; without it no mail is sent, and the rest is absent
     * @param host name or address
     * @param port at which it takes mail
     * @param security how the connection is protected
     * @param user that signs in there; absent: nobody does
     * @param hasPassword whether the password of that user is known
     * @param passwordAt since when it is this one
     * @param sender address that mail comes from
     */
    record MailServerView(
            boolean configured,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable Security security,
            @Nullable String user,
            boolean hasPassword,
            @Nullable Instant passwordAt,
            @Nullable String sender) {
        static final MailServerView NONE = new MailServerView(false, null, null, null, null, false, null, null);

        static MailServerView of(Kept kept) {
            MailServer server = kept.server();
            return new MailServerView(
                    true,
                    server.host(),
                    server.port(),
                    server.security(),
                    server.user(),
                    kept.hasPassword(),
                    kept.passwordAt(),
                    server.sender());
        }
    }

    /**
     * A test.
     *
     * @param to address that the mail is sent to
     */
    record MailTest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String to) {}

    @Get
    @Operation(summary = "The mail server, without its password")
    @ApiResponse(responseCode = "200")
    MailServerView current() {
        return servers.current().map(MailServerView::of).orElse(MailServerView.NONE);
    }

    @Put
    @Operation(
            summary = "Set up the mail server",
            description = "The password is kept encrypted. What waits to be delivered is tried at once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MailServerWish.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailServerView.class)))
    MailServerView put(@Body byte[] body) {
        MailServerWish wish = Requests.document(body, MailServerWish.class);
        return MailServerView.of(Requests.accepted(() -> servers.put(wish.server(), wish.secret())));
    }

    @Delete
    @Operation(summary = "Give the mail server up: no mail is sent")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> remove() {
        if (!servers.remove()) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no mail server."));
        }
        return HttpResponse.noContent();
    }

    @Post("/test")
    @Operation(
            summary = "Send a test mail by the mail server that is set up",
            description = "Answers when the server has, at most half a minute later, in its own words.")
    @RequestBody(content = @Content(schema = @Schema(implementation = MailTest.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TestResult.class)))
    TestResult test(@Body byte[] body, HttpRequest<?> request) {
        MailTest wish = Requests.document(body, MailTest.class);
        String to = Requests.given("to", wish.to(), "a mail address such as soc@example.com");
        Requests.accepted(() -> MailAddress.accepted("to", to));
        return TestResult.of(mailbox.tryOut(
                "mail",
                new Target(to, null),
                Gate.nameOf(request),
                settings.current().page()));
    }
}
