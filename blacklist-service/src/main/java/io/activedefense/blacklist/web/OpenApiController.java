// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The description of the REST API, made from the controllers when they are compiled. */
@Controller("/api/v1")
@Hidden
final class OpenApiController {
    private static final String RESOURCE = "/META-INF/swagger/active-defense.yml";

    private final byte[] document;

    OpenApiController() throws IOException {
        try (InputStream resource = OpenApiController.class.getResourceAsStream(RESOURCE)) {
            this.document = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
        }
    }

    @Get(uris = {"/openapi.yml", "/openapi.yaml"})
    @Produces("application/yaml")
    byte[] document() {
        return document;
    }
}
