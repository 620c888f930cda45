// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.people.Group;
import io.activedefense.blacklist.people.Groups;
import io.micronaut.http.HttpResponse;
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

/** Groups of users, for admins. */
@Controller("/api/v1/groups")
@ExecuteOn(TaskExecutors.BLOCKING)
@ApiResponse(
        responseCode = "4XX",
        description = "What was not accepted",
        content = @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
@Tag(name = "people")
final class GroupsController {
    private final Groups groups;

    GroupsController(Groups groups) {
        this.groups = groups;
    }

    /**
     * Groups.
     *
     * @param groups in the order of their names
     */
    record GroupList(List<Group> groups) {}

    @Get
    @Operation(summary = "All groups with their members")
    @ApiResponse(responseCode = "200")
    GroupList list() {
        return new GroupList(groups.all());
    }

    @Post
    @Operation(summary = "Make a group")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewGroup.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Group.class)))
    HttpResponse<Group> add(@Body byte[] body) {
        Group group =
                Requests.accepted(() -> Requests.document(body, NewGroup.class).group());
        Group added = PeopleAnswers.done(groups.add(group), "group", group.name(), "members");
        return HttpResponse.created(added, URI.create("/api/v1/groups/" + added.name()));
    }

    @Put("/{name}")
    @Operation(summary = "Change a group's role and members")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewGroup.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Group.class)))
    Group change(@PathVariable String name, @Body byte[] body) {
        Group group =
                Requests.accepted(() -> Requests.document(body, NewGroup.class).about(name));
        return PeopleAnswers.done(groups.change(group), "group", name, "members");
    }

    @Delete("/{name}")
    @Operation(summary = "Remove a group; its members stay, with what they may without it")
    @ApiResponse(responseCode = "204")
    HttpResponse<Void> remove(@PathVariable String name) {
        PeopleAnswers.done(groups.remove(name), "group", name, "members");
        return HttpResponse.noContent();
    }
}
