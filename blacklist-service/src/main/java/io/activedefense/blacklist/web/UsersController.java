// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.PasswordHash;
import io.activedefense.blacklist.people.People;
import io.activedefense.blacklist.people.PeopleOutcome;
import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.blacklist.people.User;
import io.activedefense.blacklist.people.UserWish;
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
import java.util.List;

/** Users, for admins. */
@Controller("/api/v1/users")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "people")
final class UsersController {
    private final People people;

    UsersController(People people) {
        this.people = people;
    }

    /**
     * Users.
     *
     * @param users in the order of their names
     */
    record UserList(List<User> users) {}

    /**
     * A password that is told once. It is only good for signing in and giving oneself another one.
     *
     * @param user whose it is
     * @param password to be handed over
     */
    record HandedOver(User user, String password) {
        @Override
        public String toString() {
            return "password of " + user.name();
        }
    }

    @Get
    @Operation(summary = "All users with their groups and what they may")
    @ApiResponse(responseCode = "200")
    UserList list() {
        return new UserList(people.users());
    }

    @Post
    @Operation(
            summary = "Make a user",
            description = "The answer holds a password for the first sign-in, which asks for another one. It is not"
                    + " told again.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewUser.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = HandedOver.class)))
    HttpResponse<HandedOver> add(@Body byte[] body) {
        UserWish wish =
                Requests.accepted(() -> Requests.document(body, NewUser.class).wish());
        String password = RandomSecret.create("").text();
        User user = done(people.add(wish, PasswordHash.of(password)), wish.name());
        return HttpResponse.created(new HandedOver(user, password), URI.create("/api/v1/users/" + user.name()));
    }

    @Put("/{name}")
    @Operation(
            summary = "Change a user",
            description = "Takes effect with the next call. Who is disabled is signed out everywhere, and the tokens"
                    + " are good for nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewUser.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = User.class)))
    User change(@PathVariable String name, @Body byte[] body) {
        UserWish wish =
                Requests.accepted(() -> Requests.document(body, NewUser.class).about(name));
        return done(people.change(wish), name);
    }

    @Delete("/{name}")
    @Operation(summary = "Remove a user, with all sessions and tokens")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> remove(@PathVariable String name) {
        done(people.remove(name), name);
        return HttpResponse.noContent();
    }

    @Post("/{name}/password")
    @Operation(
            summary = "Give a user another password",
            description = "As at first: it is told once, and is to be changed at the next sign-in. Every session of the"
                    + " user ends.")
    @ApiResponse(responseCode = "200")
    HandedOver resetPassword(@PathVariable String name) {
        String password = RandomSecret.create("").text();
        User user = people.user(name)
                .filter(found -> people.setPassword(name, PasswordHash.of(password), true))
                .orElseThrow(
                        () -> new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "There is no user " + name + ".")));
        return new HandedOver(user, password);
    }

    private static User done(PeopleOutcome<User> outcome, String name) {
        return PeopleAnswers.done(outcome, "user", name, "groups");
    }
}
