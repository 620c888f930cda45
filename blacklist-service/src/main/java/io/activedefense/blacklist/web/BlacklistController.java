// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.entry.AddOutcome;
import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.Blacklist;
import io.activedefense.blacklist.entry.EntryCounts;
import io.activedefense.blacklist.entry.EntryPage;
import io.activedefense.blacklist.entry.EntryStory;
import io.activedefense.blacklist.entry.ReleaseOutcome;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.blacklist.BlacklistEntry;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
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
import org.jspecify.annotations.Nullable;

/** The blacklist as operators see and change it. */
@Controller("/api/v1/blacklist")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "blacklist")
final class BlacklistController {
    private static final String PATH = "/api/v1/blacklist/";

    private final Blacklist blacklist;

    BlacklistController(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    @Get
    @Operation(summary = "Entries, a page at a time, without their evidence")
    @ApiResponse(responseCode = "200")
    EntryPage list(@RequestBean ListParameters parameters) {
        return blacklist.search(parameters.toQuery());
    }

    @Get("/counts")
    @Operation(summary = "How many entries the same parameters select, by reason and by origin")
    @ApiResponse(responseCode = "200")
    EntryCounts counts(@RequestBean ListParameters parameters) {
        return blacklist.counts(parameters.filter());
    }

    @Get("/{address}")
    @Operation(summary = "One entry with its evidence, its history and all detections of it")
    @ApiResponse(responseCode = "200")
    EntryStory one(@PathVariable String address) {
        return story(Requests.address("address", address));
    }

    @Get("/{network}/{prefixLength}")
    @Operation(summary = "One entry that is a prefix")
    @ApiResponse(responseCode = "200")
    EntryStory onePrefix(@PathVariable String network, @PathVariable String prefixLength) {
        return story(prefix(network, prefixLength));
    }

    @Post
    @Operation(summary = "List an address or a prefix until it is released or its expiry passes")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewEntry.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = BlacklistEntry.class)))
    HttpResponse<BlacklistEntry> add(@Body byte[] body, HttpRequest<?> request) {
        NewEntry wanted = Requests.document(body, NewEntry.class);
        String text = Requests.given("address", wanted.address(), "an address or a prefix");
        Cidr address = Requests.address("address", text);
        String comment = wanted.comment() == null ? null : Requests.words("comment", wanted.comment());
        var addition = new Addition(address, comment, wanted.expiresAt(), Gate.nameOf(request));
        return switch (blacklist.add(addition)) {
            case AddOutcome.Added added -> HttpResponse.created(added.entry(), URI.create(PATH + address));
            case AddOutcome.AlreadyListed listed -> throw conflict(address + " is listed by an operator already.");
            case AddOutcome.OnNeverList never ->
                throw Requests.refused(
                        "address",
                        text,
                        "an address that may be listed: " + never.why().text());
            case AddOutcome.ExpiryNotAhead past -> throw expired(wanted.expiresAt());
        };
    }

    @Delete("/{address}")
    @Operation(
            summary = "Release an address: what was seen of it until now cannot list it again",
            description = "With neverAgain=true it is put on the allowlist as well, in the same transaction; until says"
                    + " when that line stops to hold.")
    @ApiResponse(responseCode = "200")
    BlacklistEntry release(
            @PathVariable String address,
            @QueryValue @Nullable String reason,
            @QueryValue @Nullable String neverAgain,
            @QueryValue @Nullable String until,
            HttpRequest<?> request) {
        return release(Requests.address("address", address), new Wish(reason, neverAgain, until), request);
    }

    @Delete("/{network}/{prefixLength}")
    @Operation(summary = "Release a prefix")
    @ApiResponse(responseCode = "200")
    BlacklistEntry releasePrefix(
            @PathVariable String network,
            @PathVariable String prefixLength,
            @QueryValue @Nullable String reason,
            @QueryValue @Nullable String neverAgain,
            @QueryValue @Nullable String until,
            HttpRequest<?> request) {
        return release(prefix(network, prefixLength), new Wish(reason, neverAgain, until), request);
    }

    /** How an operator wants it released, as sent. */
    private record Wish(
            @Nullable String reason,
            @Nullable String neverAgain,
            @Nullable String until) {
        ReleaseOutcome carriedOut(Blacklist blacklist, Cidr address, String by) {
            String words = Requests.words("reason", reason);
            Instant end = until == null ? null : Requests.time("until", until);
            return neverAgain != null && Requests.bool("neverAgain", neverAgain)
                    ? Requests.accepted(() -> blacklist.releaseForGood(address, words, end, by))
                    : blacklist.release(address, words, by);
        }
    }

    private BlacklistEntry release(Cidr address, Wish wish, HttpRequest<?> request) {
        return switch (wish.carriedOut(blacklist, address, Gate.nameOf(request))) {
            case ReleaseOutcome.Released released -> released.entry();
            case ReleaseOutcome.NotListed not -> throw notFound(address + " is not listed.");
        };
    }

    private EntryStory story(Cidr address) {
        return blacklist.find(address).orElseThrow(() -> notFound(address + " was never listed."));
    }

    private static Cidr prefix(String network, String prefixLength) {
        return Requests.address("address", network + "/" + prefixLength);
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, detail));
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(HttpStatus.CONFLICT, detail));
    }

    private static ProblemException expired(@Nullable Instant expiresAt) {
        return Requests.refused("expiresAt", String.valueOf(expiresAt), "a time in the future");
    }
}
