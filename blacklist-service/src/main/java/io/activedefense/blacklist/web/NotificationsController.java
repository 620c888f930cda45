// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.alarm.AlarmKind;
import io.activedefense.blacklist.notification.Channel;
import io.activedefense.blacklist.notification.Channels;
import io.activedefense.blacklist.notification.Deliveries;
import io.activedefense.blacklist.notification.Deliveries.Queued;
import io.activedefense.blacklist.notification.Deliveries.State;
import io.activedefense.blacklist.notification.NotificationSettings;
import io.activedefense.blacklist.notification.NotificationSettingsStore;
import io.activedefense.blacklist.notification.Reason;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be told, what holds for all who are told, and what became of it. */
@Controller("/api/v1/notifications")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "notifications")
final class NotificationsController {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Channels channels;
    private final NotificationSettingsStore settings;
    private final Deliveries deliveries;

    NotificationsController(Channels channels, NotificationSettingsStore settings, Deliveries deliveries) {
        this.channels = channels;
        this.settings = settings;
        this.deliveries = deliveries;
    }

    /**
     * What a recipient can be made of.
     *
     * @param channels by which one can be reached
     * @param reasons for which an address can be listed; all stands for each of them
     * @param alarms that there can be; all stands for each of them
     */
    record Choices(List<Channel.About> channels, List<Option> reasons, List<Option> alarms) {}

    /**
     * One to choose.
     *
     * @param id as it is sent
     * @param title as people call it
     * @param meaning in a sentence; absent: the title says it
     */
    record Option(String id, String title, @Nullable String meaning) {}

    /**
     * Deliveries.
     *
     * @param deliveries the latest first
     * @param next what {@code before} is for the next page; absent: this is the last
     */
    record DeliveryPage(List<Queued> deliveries, @Nullable Long next) {}

    @Get("/choices")
    @Operation(summary = "Channels, reasons and alarms that there are")
    @ApiResponse(responseCode = "200")
    Choices choices() {
        return new Choices(
                channels.about(),
                Arrays.stream(Reason.values())
                        .map(reason -> new Option(reason.id(), reason.title(), null))
                        .toList(),
                AlarmKind.all()
                        .map(kind -> new Option(kind.id(), kind.title(), kind.meaning()))
                        .toList());
    }

    @Get("/settings")
    @Operation(summary = "What holds for all recipients")
    @ApiResponse(responseCode = "200")
    NotificationSettings settings() {
        return settings.current();
    }

    @Put("/settings")
    @Operation(
            summary = "Change what holds for all recipients",
            description = "The whole is sent: without pageUrl notices have no links; groupSeconds left out is 60.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SettingsWish.class)))
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = NotificationSettings.class)))
    NotificationSettings change(@Body byte[] body) {
        NotificationSettings wanted = Requests.accepted(
                () -> Requests.document(body, SettingsWish.class).settings());
        settings.put(wanted);
        return wanted;
    }

    @Get("/deliveries")
    @Operation(
            summary = "What waits to be delivered, was delivered or given up, the latest first",
            description =
                    "What fails is tried again for three days, ever more rarely, at most every 15 minutes. What is"
                            + " done with is kept for 30 days, 10,000 at most.")
    @ApiResponse(responseCode = "200")
    DeliveryPage deliveries(
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String recipient,
            @QueryValue @Nullable String before,
            @QueryValue @Nullable String limit) {
        int most = limit == null ? USUAL : Requests.number("limit", limit, 1, MOST);
        List<Queued> found = deliveries.latest(
                state == null ? null : Requests.oneOf("state", state, State.values(), Requests::word),
                recipient == null ? null : Requests.id("recipient", recipient),
                before == null ? null : Requests.id("before", before),
                most + 1);
        boolean more = found.size() > most;
        List<Queued> page = more ? found.subList(0, most) : found;
        return new DeliveryPage(page, more ? page.getLast().id() : null);
    }

    /**
     * What shall hold for all recipients, as sent.
     *
     * @param pageUrl where readers find the page, such as https://defense.example.com; left out: notices have no links
     * @param groupSeconds at most one notice of addresses and one of alarms in this time, 10 to 86,400; left out: 60
     */
    record SettingsWish(@Nullable String pageUrl, @Nullable Integer groupSeconds) {
        NotificationSettings settings() {
            return new NotificationSettings(
                    pageUrl, groupSeconds == null ? NotificationSettings.DEFAULTS.groupSeconds() : groupSeconds);
        }
    }
}
