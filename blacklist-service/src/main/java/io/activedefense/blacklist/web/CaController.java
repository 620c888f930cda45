// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.certificate.ServerCertificate;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The certificate of our own authority, for whoever is to trust it. It lies beside the lists, where no feed can. */
@Controller("/files")
@Requires(bean = ServerCertificate.class)
@Tag(name = "list")
final class CaController {
    private static final String PEM = "application/x-pem-file";

    private final ServerCertificate certificate;

    CaController(ServerCertificate certificate) {
        this.certificate = certificate;
    }

    @Get("/ca.pem")
    @Produces(MediaType.ALL)
    @Operation(
            summary = "The certificate of the authority that has signed this server's, as PEM",
            description = "For a firewall's certificate profile. Compare its fingerprint with the one in the log.",
            security = {})
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = PEM, schema = @Schema(implementation = String.class)))
    @ApiResponse(responseCode = "404", description = "The server's certificate is the operator's own, or there is none")
    HttpResponse<String> authority() {
        String authority = certificate
                .authorityPem()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND, "This server's certificate is not signed by its own authority.")));
        return HttpResponse.ok(authority)
                .header(HttpHeaders.CONTENT_TYPE, PEM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"active-defense-ca.pem\"");
    }
}
