// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.notification.Channels;
import io.activedefense.blacklist.notification.Mailbox;
import io.activedefense.blacklist.notification.NotificationSettingsStore;
import io.activedefense.blacklist.notification.Recipient;
import io.activedefense.blacklist.notification.RecipientOutcome;
import io.activedefense.blacklist.notification.RecipientWish;
import io.activedefense.blacklist.notification.Recipients;
import io.activedefense.blacklist.notification.Target;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;

/** Who is told. What is secret of where they are reached goes in and never comes out. */
@Controller("/api/v1/notifications/recipients")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "notifications")
final class RecipientsController {
    private static final String PATH = "/api/v1/notifications/recipients/";

    private final Recipients recipients;
    private final Channels channels;
    private final NotificationSettingsStore settings;
    private final Mailbox mailbox;

    RecipientsController(
            Recipients recipients, Channels channels, NotificationSettingsStore settings, Mailbox mailbox) {
        this.recipients = recipients;
        this.channels = channels;
        this.settings = settings;
        this.mailbox = mailbox;
    }

    /**
     * A recipient.
     *
     * @param id its number
     * @param name by which people know it
     * @param enabled whether it is told anything
     * @param channel name of the channel
     * @param address where it is reached, without what is secret
     * @param hasSecret whether it knows us by a secret
     * @param addressAt since when it is reached there, by that secret
     * @param reasons it is told of addresses listed for one of these
     * @param alarms it is told of these
     */
    record RecipientView(
            long id,
            String name,
            boolean enabled,
            String channel,
            String address,
            boolean hasSecret,
            Instant addressAt,
            SortedSet<String> reasons,
            SortedSet<String> alarms) {
        static RecipientView of(Recipient recipient) {
            RecipientWish wish = recipient.wish();
            return new RecipientView(
                    recipient.id(),
                    wish.name(),
                    wish.enabled(),
                    wish.channel(),
                    recipient.shown(),
                    recipient.hasSecret(),
                    recipient.targetAt(),
                    wish.interests().reasons(),
                    wish.interests().alarms());
        }
    }

    /**
     * Recipients.
     *
     * @param recipients in the order of their names
     */
    record RecipientList(List<RecipientView> recipients) {}

    @Get
    @Operation(summary = "All who are told")
    @ApiResponse(responseCode = "200")
    RecipientList list() {
        return new RecipientList(
                recipients.all().stream().map(RecipientView::of).toList());
    }

    @Post
    @Operation(summary = "Add a recipient", description = "It is told what happens from now on.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewRecipient.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    HttpResponse<RecipientView> add(@Body byte[] body) {
        NewRecipient given = Requests.document(body, NewRecipient.class);
        RecipientWish wish = Requests.accepted(given::wish);
        Target target = Requests.accepted(() -> given.target(channels));
        RecipientView added = done(recipients.add(wish, target, shown(wish, target)));
        return HttpResponse.created(added, URI.create(PATH + added.id()));
    }

    @Put("/{id}")
    @Operation(summary = "Change a recipient", description = "What waits to be delivered to it is tried at once.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewRecipient.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    RecipientView change(@PathVariable String id, @Body byte[] body) {
        long number = Requests.id("id", id);
        NewRecipient given = Requests.document(body, NewRecipient.class);
        RecipientWish wish = Requests.accepted(given::wish);
        Requests.accepted(() -> given.channel(channels));
        if (given.keepsTarget()) {
            return done(recipients.change(number, wish, null, null));
        }
        Target target = Requests.accepted(() -> given.target(channels));
        return done(recipients.change(number, wish, target, shown(wish, target)));
    }

    @Delete("/{id}")
    @Operation(summary = "Remove a recipient", description = "With the record of what was delivered to it.")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> remove(@PathVariable String id) {
        if (!recipients.remove(Requests.id("id", id))) {
            throw notFound();
        }
        return HttpResponse.noContent();
    }

    @Post("/{id}/test")
    @Operation(
            summary = "Send a test message to a recipient",
            description = "Also to one that is turned off. Answers when the receiver has, at most half a minute later.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TestResult.class)))
    TestResult test(@PathVariable String id, HttpRequest<?> request) {
        long number = Requests.id("id", id);
        Recipient recipient = recipients.find(number).orElseThrow(RecipientsController::notFound);
        Target target = recipients.target(number).orElseThrow(RecipientsController::notFound);
        return TestResult.of(mailbox.tryOut(
                recipient.wish().channel(),
                target,
                Gate.nameOf(request),
                settings.current().page()));
    }

    private String shown(RecipientWish wish, Target target) {
        return channels.named(wish.channel()).shown(target.address());
    }

    private static RecipientView done(RecipientOutcome outcome) {
        return switch (outcome) {
            case RecipientOutcome.Done done -> RecipientView.of(done.recipient());
            case RecipientOutcome.NameTaken taken ->
                throw new ProblemException(
                        Problem.of(HttpStatus.CONFLICT, "There is a recipient called " + taken.name() + " already."));
            case RecipientOutcome.TooMany many ->
                throw new ProblemException(Problem.of(
                        HttpStatus.CONFLICT, "There are " + many.most() + " recipients, and no more may be."));
            case RecipientOutcome.Unknown unknown -> throw notFound();
            case RecipientOutcome.TargetMissing missing ->
                throw Requests.refused("address", "nothing", "given, where the channel is another one");
        };
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no such recipient."));
    }
}
