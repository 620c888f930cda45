// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.edl.PublishedList;
import io.activedefense.blacklist.edl.ServedFeeds;
import io.activedefense.blacklist.feed.Candidates;
import io.activedefense.blacklist.feed.Choice;
import io.activedefense.blacklist.feed.Content;
import io.activedefense.blacklist.feed.DefinedFeed;
import io.activedefense.blacklist.feed.Feed;
import io.activedefense.blacklist.feed.FeedOutcome;
import io.activedefense.blacklist.feed.Feeds;
import io.activedefense.blacklist.feed.Hold;
import io.activedefense.blacklist.feed.Holds;
import io.activedefense.blacklist.feed.Narrowness;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.blacklist.web.FeedView.ServedVersion;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists for firewalls, as operators define them. */
@Controller("/api/v1/feeds")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content =
                @io.swagger.v3.oas.annotations.media.Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(implementation = Problem.class)))
@Tag(name = "feeds")
final class FeedsController {
    private static final String PATH = "/api/v1/feeds/";

    private final Feeds feeds;
    private final Holds holds;
    private final Candidates candidates;
    private final SettingsStore settings;
    private final ServedFeeds served;
    private final PublishedList blacklist;
    private final Clock clock = Clock.systemUTC();

    FeedsController(
            Feeds feeds,
            Holds holds,
            Candidates candidates,
            SettingsStore settings,
            ServedFeeds served,
            PublishedList blacklist) {
        this.feeds = feeds;
        this.holds = holds;
        this.candidates = candidates;
        this.settings = settings;
        this.served = served;
        this.blacklist = blacklist;
    }

    @Get
    @Operation(summary = "Every list, as it is defined and as it is served")
    @ApiResponse(responseCode = "200")
    FeedsView list() {
        Map<String, Hold> known = holds.all().stream().collect(Collectors.toMap(Hold::list, Function.identity()));
        var builtIn = new FeedsView.BuiltIn(
                "/files/blacklist.txt", ServedVersion.of(blacklist, null).orElse(null), known.get(Feed.BUILT_IN));
        List<FeedView> all = feeds.all().stream()
                .map(feed -> view(feed, known.get(feed.feed().name())))
                .toList();
        return new FeedsView(builtIn, all);
    }

    @Get("/{name}")
    @Operation(summary = "One feed")
    @ApiResponse(responseCode = "200")
    FeedView one(@PathVariable String name) {
        return view(feeds.find(name).orElseThrow(FeedsController::notFound), holdOf(name));
    }

    @Post
    @Operation(
            summary = "Define a feed",
            description = "It is served within a second or so, under /files/NAME and what its format ends in.")
    @RequestBody(
            content = @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = FeedWish.class)))
    @ApiResponse(
            responseCode = "201",
            content = @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = FeedView.class)))
    HttpResponse<FeedView> create(@Body byte[] body, @QueryValue @Nullable String why, HttpRequest<?> request) {
        Feed feed =
                Requests.accepted(() -> Requests.document(body, FeedWish.class).named());
        if (feeds.all().size() >= Feeds.MOST) {
            throw conflict("There are " + Feeds.MOST + " feeds already; give one up first.");
        }
        DefinedFeed defined = feeds.create(feed, Gate.nameOf(request), Requests.because(why))
                .orElseThrow(() -> conflict("There is a feed " + feed.name() + " already."));
        return HttpResponse.created(view(defined, null), URI.create(PATH + feed.name()));
    }

    @Put("/{name}")
    @Operation(
            summary = "Define a feed anew, as a whole",
            description = "With the version of the definition that it was made from: who changes a feed that someone"
                    + " else has changed meanwhile is told so, and nothing is changed. What is left out takes its"
                    + " default, but a password that is left out stays. The new definition is an operator's word: what"
                    + " it drops is not asked about.")
    @RequestBody(
            content = @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = FeedWish.class)))
    @ApiResponse(
            responseCode = "200",
            content = @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = FeedView.class)))
    FeedView change(
            @PathVariable String name, @Body byte[] body, @QueryValue @Nullable String why, HttpRequest<?> request) {
        Feed before = feeds.find(name).orElseThrow(FeedsController::notFound).feed();
        FeedWish wish = Requests.document(body, FeedWish.class);
        Feed feed = Requests.accepted(() -> wish.following(before));
        FeedOutcome outcome = feeds.change(feed, wish.madeFrom(), Gate.nameOf(request), Requests.because(why));
        return switch (outcome) {
            case FeedOutcome.Defined defined -> view(defined.feed(), holdOf(name));
            case FeedOutcome.Conflict conflict -> throw conflict(wish.madeFrom(), conflict.there());
            case FeedOutcome.Unknown unknown -> throw notFound();
        };
    }

    @Delete("/{name}")
    @Operation(
            summary = "Give up a feed",
            description = "Firewalls that still poll it are told that there is none, and keep what they have.")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> remove(@PathVariable String name, @QueryValue @Nullable String why, HttpRequest<?> request) {
        if (!feeds.remove(name, Gate.nameOf(request), Requests.because(why))) {
            throw notFound();
        }
        return HttpResponse.noContent();
    }

    @Post("/preview")
    @Operation(summary = "What a feed would hold now: how many, and how many would be left out")
    @RequestBody(
            content = @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = FeedWish.class)))
    @ApiResponse(
            responseCode = "200",
            content =
                    @io.swagger.v3.oas.annotations.media.Content(schema = @Schema(implementation = FeedPreview.class)))
    FeedPreview preview(@Body byte[] body) {
        Choice choice =
                Requests.accepted(() -> Requests.document(body, FeedWish.class).choice());
        var listed = candidates.listed(choice.selection().asksForDevices());
        Narrowness narrowness = Narrowness.of(settings.current().settings().guards());
        return FeedPreview.of(Content.of(choice, listed, narrowness, clock.instant()));
    }

    @Post("/{name}/approve")
    @Operation(
            summary = "Serve the version that waits, although it drops so much",
            description = "Of a feed, or of blacklist, the list that is always there.")
    @ApiResponse(responseCode = "200")
    Hold approve(@PathVariable String name, @QueryValue @Nullable String why, HttpRequest<?> request) {
        return decide(name, Hold.State.APPROVED, why, request);
    }

    @Post("/{name}/keep")
    @Operation(
            summary = "Go on serving the last version",
            description = "Until somebody approves, or the list holds enough again. No new entry is served meanwhile.")
    @ApiResponse(responseCode = "200")
    Hold keep(@PathVariable String name, @QueryValue @Nullable String why, HttpRequest<?> request) {
        return decide(name, Hold.State.KEPT, why, request);
    }

    private Hold decide(String name, Hold.State decision, @Nullable String why, HttpRequest<?> request) {
        return holds.decide(name, decision, Gate.nameOf(request), Requests.words("why", why))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.NOT_FOUND, "No version of this list waits for a word.")));
    }

    private FeedView view(DefinedFeed feed, @Nullable Hold hold) {
        return FeedView.of(feed, served.named(feed.feed().name()), hold);
    }

    private @Nullable Hold holdOf(String list) {
        return holds.all().stream()
                .filter(hold -> hold.list().equals(list))
                .findFirst()
                .orElse(null);
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no such feed."));
    }

    private static ProblemException conflict(long madeFrom, DefinedFeed there) {
        String detail = "The definition was made from version " + madeFrom + ", but " + there.by() + " changed it at "
                + there.at() + ": version " + there.version() + " is in force. Read it, and make the change again.";
        return new ProblemException(Problem.ofConflict(detail, madeFrom, there.version()));
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(HttpStatus.CONFLICT, detail));
    }
}
