// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.blacklist.people.Role;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of rights against the routes there are, and against what is answered. */
@ExtendWith(SharedService.class)
class RightsTest {
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

    /** The number and the name of nothing that there is: what is let in shall change nothing. */
    private static final String NONE = "999999999";

    private static RunningService service;

    @BeforeAll
    static void start(RunningService running) throws Exception {
        service = running;
        for (Role role : Role.values()) {
            var people = new TestPeople(service);
            String name = people.user(role);
            Browser browser = people.signedIn(name);
            BROWSERS.put(role, browser);
            TOKENS.put(role, browser.makeToken("of-the-table", role.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Test
    void everyEndpointStandsInTheTableAndNoOther() {
        Set<String> there = new TreeSet<>(routes().stream().map(Rights::nameOf).toList());
        there.add("GET /files/ca.pem"); // only where HTTPS is on

        assertThat(there).isEqualTo(new TreeSet<>(Rights.TABLE.keySet()));
    }

    @Test
    void nobodyIsLetInWhereTheTableDoesNotSaySo() throws Exception {
        for (UriRouteInfo<?, ?> route : routes()) {
            int status = status(route);
            if (access(route) == Access.OPEN) {
                assertThat(status).as(Rights.nameOf(route)).isNotEqualTo(401).isNotEqualTo(403);
            } else {
                assertThat(status).as(Rights.nameOf(route)).isEqualTo(401);
            }
        }
    }

    @Test
    void everyRoleWithATokenMayWhatTheTableSays() throws Exception {
        for (Role role : Role.values()) {
            for (UriRouteInfo<?, ?> route : routes()) {
                boolean may = switch (access(route)) {
                    case OPEN, VIEWER -> true;
                    case OPERATOR -> role != Role.VIEWER;
                    case ADMIN -> role == Role.ADMIN;
                    case ANY_SESSION, SESSION, ADMIN_SESSION -> false;
                };
                int status = status(route, "Authorization", "Bearer " + TOKENS.get(role));
                assertAnswer(role, route, may, status);
            }
        }
    }

    @Test
    void everyRoleThatIsSignedInMayWhatTheTableSays() throws Exception {
        for (Role role : Role.values()) {
            for (UriRouteInfo<?, ?> route : routes()) {
                if (Rights.nameOf(route).matches("(POST|DELETE) /api/v1/session")) {
                    continue; // the others could not be asked behind it
                }
                boolean may = switch (access(route)) {
                    case OPEN, ANY_SESSION, SESSION, VIEWER -> true;
                    case OPERATOR -> role != Role.VIEWER;
                    case ADMIN, ADMIN_SESSION -> role == Role.ADMIN;
                };
                int status = requireNonNull(BROWSERS.get(role))
                        .send(route.getHttpMethodName(), path(route), body(route), fitting(route))
                        .statusCode();
                assertAnswer(role, route, may, status);
            }
        }
    }

    private static void assertAnswer(Role role, UriRouteInfo<?, ?> route, boolean may, int status) {
        if (may) {
            assertThat(status)
                    .as("%s as %s", Rights.nameOf(route), role)
                    .isNotEqualTo(401)
                    .isNotEqualTo(403)
                    .isLessThan(500);
        } else {
            assertThat(status).as("%s as %s", Rights.nameOf(route), role).isEqualTo(403);
        }
    }

    private static List<UriRouteInfo<?, ?>> routes() {
        return service.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .collect(Collectors.<UriRouteInfo<?, ?>>toList());
    }

    private static int status(UriRouteInfo<?, ?> route, String... headers) throws Exception {
        return service.send(route.getHttpMethodName(), path(route), body(route), fitting(route, headers))
                .statusCode();
    }

    private static Access access(UriRouteInfo<?, ?> route) {
        return requireNonNull(Rights.TABLE.get(Rights.nameOf(route)), Rights.nameOf(route));
    }

    private static String path(UriRouteInfo<?, ?> route) {
        String path = route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", NONE);
        // It would not end either.
        return path.endsWith("/tail") ? path + "?port=none" : path;
    }

    /** What is imported is text; and a stream is asked for from a place that there is not, since it would not end. */
    private static String[] fitting(UriRouteInfo<?, ?> route, String... headers) {
        String name = Rights.nameOf(route);
        if (name.endsWith("/import")) {
            return RunningService.with("Content-Type", "text/plain", headers);
        }
        return name.endsWith("/stream") ? RunningService.with("Last-Event-ID", "nowhere", headers) : headers;
    }

    /** Something that is not accepted. */
    private static String body(UriRouteInfo<?, ?> route) {
        boolean hasBody = List.of(route.getTargetMethod().getArgumentNames()).contains("body");
        return hasBody ? "{\"nothing\":0}" : "";
    }
}
