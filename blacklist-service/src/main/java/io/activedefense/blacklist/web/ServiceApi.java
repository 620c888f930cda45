// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import jakarta.inject.Singleton;

/** What holds for the whole API: how it is described, and how much it reads. */
@Singleton
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Active Defense",
                        version = "1",
                        description = "Errors are application/problem+json (RFC 9457) and name field, value and what is"
                                + " accepted.",
                        license = @License(name = "Apache-2.0")),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "session")})
@SecurityScheme(
        name = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "For programs, made at /api/v1/tokens.")
@SecurityScheme(
        name = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "active-defense-session",
        description =
                "For the page, made at /api/v1/session. Over TLS the name begins with __Host-. Changes also need the"
                        + " session's csrfToken as X-CSRF-Token.")
final class ServiceApi implements BeanCreatedEventListener<HttpServerConfiguration> {
    /** 10,000 networks with comments fit. */
    private static final long LARGEST_BODY = 4L << 20;

    @Override
    public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
        HttpServerConfiguration configuration = event.getBean();
        configuration.setMaxRequestSize(LARGEST_BODY);
        if (configuration instanceof NettyHttpServerConfiguration netty) {
            // What little sends much is a bomb, and nobody needs it.
            netty.setRequestDecompressionEnabled(false);
        }
        return configuration;
    }
}
