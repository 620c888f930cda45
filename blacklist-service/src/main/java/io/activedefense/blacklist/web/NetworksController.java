// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.settings.SettingsPreview;
import io.activedefense.blacklist.settings.SettingsStore;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.settings.DefenseSettings;
import io.activedefense.contracts.settings.Network;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is never listed, a line at a time: the own networks and the allowlist. */
@Controller("/api/v1/networks/{list}")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "settings")
final class NetworksController {
    private static final int NAMED = 100;

    private final SettingsStore settings;

    NetworksController(SettingsStore settings) {
        this.settings = settings;
    }

    /** Of which list. */
    enum Which {
        ALLOWLIST,
        OWN_NETWORKS;

        List<Network> of(DefenseSettings settings) {
            return this == ALLOWLIST ? settings.allowlist() : settings.ownNetworks();
        }

        DefenseSettings with(DefenseSettings settings, List<Network> lines) {
            return this == ALLOWLIST ? settings.withAllowlist(lines) : settings.withOwnNetworks(lines);
        }
    }

    /**
     * A line, as sent.
     *
     * @param cidr an address or a prefix
     * @param comment why, up to 500 characters
     * @param expiresAt when it stops to hold; left out: never
     */
    record NewNetwork(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String cidr,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String comment,

            @Nullable Instant expiresAt) {
        Network line() {
            return new Network(
                    Requests.address("cidr", Requests.given("cidr", cidr, "an address or a prefix")),
                    Requests.words("comment", comment),
                    expiresAt);
        }
    }

    @Get
    @Operation(summary = "The lines of own-networks or of the allowlist")
    @ApiResponse(responseCode = "200")
    List<Network> lines(@PathVariable String list) {
        return which(list).of(settings.current().settings());
    }

    @Post("/preview")
    @Operation(summary = "What a line would release from the list, without adding it")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewNetwork.class)))
    @ApiResponse(responseCode = "200")
    SettingsPreview preview(@PathVariable String list, @Body byte[] body) {
        Network line = Requests.document(body, NewNetwork.class).line();
        return Requests.accepted(() -> settings.preview(
                adding(which(list), line).apply(settings.current().settings()), NAMED));
    }

    @Post
    @Operation(
            summary = "Add a line, in the place of one of the same network",
            description = "What it covers is released in the same transaction. Answers with the list as it is then.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewNetwork.class)))
    @ApiResponse(responseCode = "200")
    List<Network> add(@PathVariable String list, @Body byte[] body, HttpRequest<?> request) {
        Network line = Requests.document(body, NewNetwork.class).line();
        String why = line.cidr() + " added to " + list + ": " + line.comment();
        return which(list).of(changed(adding(which(list), line), why, request));
    }

    @Delete
    @Operation(summary = "Take the line of a network out; what was released stays released until it is detected anew")
    @ApiResponse(responseCode = "200")
    List<Network> remove(
            @PathVariable String list,
            @QueryValue @Nullable String cidr,
            @QueryValue @Nullable String why,
            HttpRequest<?> request) {
        Cidr network = Requests.address("cidr", Requests.given("cidr", cidr, "the network of a line"));
        String words = network + " taken out of " + list + ": " + Requests.words("why", why);
        Which which = which(list);
        if (which.of(settings.current().settings()).stream()
                .noneMatch(line -> line.cidr().equals(network))) {
            throw new ProblemException(Problem.of(HttpStatus.NOT_FOUND, network + " is no line of " + list + "."));
        }
        return which.of(changed(removing(which, network), words, request));
    }

    private DefenseSettings changed(UnaryOperator<DefenseSettings> change, String why, HttpRequest<?> request) {
        String by = Gate.nameOf(request);
        return Requests.accepted(() -> settings.change(change, by, why));
    }

    private static UnaryOperator<DefenseSettings> adding(Which which, Network line) {
        return settings -> {
            var lines = new ArrayList<>(which.of(settings));
            lines.removeIf(there -> there.cidr().equals(line.cidr()));
            lines.add(line);
            return which.with(settings, lines);
        };
    }

    private static UnaryOperator<DefenseSettings> removing(Which which, Cidr network) {
        return settings -> which.with(
                settings,
                which.of(settings).stream()
                        .filter(line -> !line.cidr().equals(network))
                        .toList());
    }

    private static Which which(String list) {
        return Requests.oneOf("list", list, Which.values(), Requests::word);
    }
}
