// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds everything that tests send and get against the description of the API: what is answered must be as it says, and
 * what is accepted must be what it says is.
 */
final class ApiContract {
    private static final Path DESCRIPTION = Path.of("target", "classes", "META-INF", "swagger", "active-defense.yml");
    private static final OpenApiInteractionValidator VALIDATOR = validator();

    private ApiContract() {}

    static void check(String method, String path, String contentType, String body, HttpResponse<byte[]> response) {
        String plain = path.replaceAll("\\?.*", "");
        boolean described = plain.startsWith("/api/v1/")
                && !plain.startsWith("/api/v1/openapi")
                && !plain.startsWith("/api/v1/nothing")
                && !method.equals("HEAD");
        int status = response.statusCode();
        boolean ours = status < 500 && status != 405;
        if (!described || !ours) {
            return;
        }
        assertHolds(method + " " + path, VALIDATOR.validateResponse(plain, Method.valueOf(method), answered(response)));
        if (status < 300) {
            assertHolds(method + " " + path, VALIDATOR.validateRequest(sent(method, path, contentType, body)));
        }
    }

    private static SimpleResponse answered(HttpResponse<byte[]> response) {
        var answer = SimpleResponse.Builder.status(response.statusCode()).withBody(response.body());
        response.headers().firstValue("content-type").ifPresent(answer::withContentType);
        return answer.build();
    }

    private static SimpleRequest sent(String method, String path, String contentType, String body) {
        int question = path.indexOf('?');
        var request = new SimpleRequest.Builder(method, question < 0 ? path : path.substring(0, question));
        if (question >= 0) {
            for (String parameter : path.substring(question + 1).split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                request.withQueryParam(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], UTF_8) : "");
            }
        }
        if (!body.isEmpty()) {
            request.withContentType(contentType).withBody(body);
        }
        return request.build();
    }

    private static void assertHolds(String what, ValidationReport report) {
        assertThat(report.getMessages())
                .filteredOn(message -> message.getLevel() != ValidationReport.Level.IGNORE)
                .as("%s is not as the API is described", what)
                .isEmpty();
    }

    private static OpenApiInteractionValidator validator() {
        try {
            // What is answered is whole; what is asked may leave out what has a default.
            return OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(DESCRIPTION))
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request.body.schema.required", ValidationReport.Level.IGNORE)
                            .withLevel("validation.request.body.schema.allOf", ValidationReport.Level.IGNORE)
                            .build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
