// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static io.activedefense.blacklist.web.Access.ADMIN;
import static io.activedefense.blacklist.web.Access.ADMIN_SESSION;
import static io.activedefense.blacklist.web.Access.ANY_SESSION;
import static io.activedefense.blacklist.web.Access.OPEN;
import static io.activedefense.blacklist.web.Access.OPERATOR;
import static io.activedefense.blacklist.web.Access.SESSION;
import static io.activedefense.blacklist.web.Access.VIEWER;
import static java.util.Map.entry;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may call what. An endpoint that is not here may be called by nobody. */
final class Rights {
    static final Map<String, Access> TABLE = Map.ofEntries(
            // What firewalls poll, and what watches processes. Feeds ask by themselves.
            entry("GET /files/blacklist.txt", OPEN),
            entry("GET /files/{file}", OPEN),
            entry("GET /files/ca.pem", OPEN),
            entry("GET /health", OPEN),
            entry("GET /health/{selector}", OPEN),
            entry("GET /prometheus", VIEWER),

            // Coming, going, and one's own.
            entry("POST /api/v1/session", OPEN),
            entry("GET /api/v1/session", ANY_SESSION),
            entry("DELETE /api/v1/session", ANY_SESSION),
            entry("PUT /api/v1/account/password", ANY_SESSION),
            entry("GET /api/v1/account/sessions", SESSION),
            entry("DELETE /api/v1/account/sessions/{id}", SESSION),

            // Looking.
            entry("GET /api/v1/openapi.yml", VIEWER),
            entry("GET /api/v1/openapi.yaml", VIEWER),
            entry("GET /api/v1/status", VIEWER),
            entry("GET /api/v1/stream", VIEWER),
            entry("GET /api/v1/blacklist", VIEWER),
            entry("GET /api/v1/blacklist/counts", VIEWER),
            entry("GET /api/v1/blacklist/export", VIEWER),
            entry("GET /api/v1/blacklist/undo", VIEWER),
            entry("GET /api/v1/blacklist/{address}", VIEWER),
            entry("GET /api/v1/blacklist/{network}/{prefixLength}", VIEWER),
            entry("GET /api/v1/check/{ip}", VIEWER),
            entry("GET /api/v1/check/{ip}/rules", VIEWER),
            entry("GET /api/v1/backtests", VIEWER),
            entry("GET /api/v1/backtests/{id}", VIEWER),
            entry("GET /api/v1/backtests/{id}/sources", VIEWER),
            entry("GET /api/v1/detections", VIEWER),
            entry("GET /api/v1/archive", VIEWER),
            entry("GET /api/v1/records", VIEWER),
            entry("GET /api/v1/records/export", VIEWER),
            entry("GET /api/v1/records/histogram", VIEWER),
            entry("GET /api/v1/records/tail", VIEWER),
            entry("GET /api/v1/records/top", VIEWER),
            entry("GET /api/v1/records/{id}", VIEWER),
            entry("GET /api/v1/review", VIEWER),
            entry("GET /api/v1/alarms", VIEWER),
            entry("GET /api/v1/devices", VIEWER),
            entry("GET /api/v1/networks/{list}", VIEWER),
            entry("POST /api/v1/networks/{list}/preview", VIEWER),
            entry("GET /api/v1/settings", VIEWER),
            entry("POST /api/v1/settings/preview", VIEWER),
            entry("GET /api/v1/settings/versions", VIEWER),
            entry("GET /api/v1/settings/versions/{version}", VIEWER),
            entry("GET /api/v1/settings/versions/{version}/differences", VIEWER),
            entry("GET /api/v1/system", VIEWER),
            entry("GET /api/v1/system/detector", VIEWER),
            entry("GET /api/v1/feeds", VIEWER),
            entry("GET /api/v1/feeds/{name}", VIEWER),
            entry("GET /api/v1/feeds/{name}/changes", VIEWER),
            entry("POST /api/v1/feeds/preview", VIEWER),
            entry("GET /api/v1/pollers", VIEWER),
            entry("GET /api/v1/notifications/choices", VIEWER),
            entry("GET /api/v1/notifications/deliveries", VIEWER),

            // Overruling the list.
            entry("POST /api/v1/blacklist", OPERATOR),
            entry("POST /api/v1/blacklist/import", OPERATOR),
            entry("POST /api/v1/blacklist/undo", OPERATOR),
            entry("DELETE /api/v1/blacklist/{address}", OPERATOR),
            entry("DELETE /api/v1/blacklist/{network}/{prefixLength}", OPERATOR),
            entry("POST /api/v1/review/decisions", OPERATOR),
            entry("POST /api/v1/backtests", OPERATOR),
            entry("DELETE /api/v1/backtests/{id}", OPERATOR),
            entry("POST /api/v1/alarms/{id}/acknowledge", OPERATOR),
            entry("POST /api/v1/networks/{list}", OPERATOR),
            entry("DELETE /api/v1/networks/{list}", OPERATOR),
            entry("POST /api/v1/devices", OPERATOR),
            entry("PUT /api/v1/devices/{name}", OPERATOR),
            entry("DELETE /api/v1/devices/{name}", OPERATOR),
            entry("POST /api/v1/feeds/{name}/approve", OPERATOR),
            entry("POST /api/v1/feeds/{name}/keep", OPERATOR),
            entry("DELETE /api/v1/pollers/{list}/{address}", OPERATOR),

            // How the product works.
            entry("PUT /api/v1/settings", ADMIN),
            entry("POST /api/v1/settings/versions/{version}/restore", ADMIN),
            entry("PUT /api/v1/system", ADMIN),
            entry("POST /api/v1/system/reset", ADMIN),
            entry("POST /api/v1/feeds", ADMIN),
            entry("PUT /api/v1/feeds/{name}", ADMIN),
            entry("DELETE /api/v1/feeds/{name}", ADMIN),
            entry("GET /api/v1/notifications/settings", ADMIN),
            entry("PUT /api/v1/notifications/settings", ADMIN),
            entry("GET /api/v1/notifications/mail-server", ADMIN),
            entry("PUT /api/v1/notifications/mail-server", ADMIN),
            entry("DELETE /api/v1/notifications/mail-server", ADMIN),
            entry("POST /api/v1/notifications/mail-server/test", ADMIN),
            entry("GET /api/v1/notifications/recipients", ADMIN),
            entry("POST /api/v1/notifications/recipients", ADMIN),
            entry("PUT /api/v1/notifications/recipients/{id}", ADMIN),
            entry("DELETE /api/v1/notifications/recipients/{id}", ADMIN),
            entry("POST /api/v1/notifications/recipients/{id}/test", ADMIN),

            // People.
            entry("GET /api/v1/users", ADMIN),
            entry("POST /api/v1/users", ADMIN_SESSION),
            entry("PUT /api/v1/users/{name}", ADMIN_SESSION),
            entry("DELETE /api/v1/users/{name}", ADMIN_SESSION),
            entry("POST /api/v1/users/{name}/password", ADMIN_SESSION),
            entry("GET /api/v1/groups", ADMIN),
            entry("POST /api/v1/groups", ADMIN_SESSION),
            entry("PUT /api/v1/groups/{name}", ADMIN_SESSION),
            entry("DELETE /api/v1/groups/{name}", ADMIN_SESSION),
            entry("GET /api/v1/sessions", ADMIN),
            entry("DELETE /api/v1/sessions/{id}", ADMIN_SESSION),
            entry("GET /api/v1/tokens", SESSION),
            entry("POST /api/v1/tokens", SESSION),
            entry("DELETE /api/v1/tokens/{id}", SESSION),
            entry("GET /api/v1/audit", ADMIN),
            entry("GET /api/v1/audit/export", ADMIN));

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private Rights() {}

    /** What the call needs; absent: it is of no endpoint that there is. */
    static Optional<Access> of(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(match -> TABLE.get(nameOf(((UriRouteMatch<?, ?>) match).getRouteInfo())));
    }

    /** How an endpoint stands in the table: asking for the head of something is asking for it. */
    static String nameOf(UriRouteInfo<?, ?> route) {
        String method = route.getHttpMethod() == HttpMethod.HEAD ? "GET" : route.getHttpMethodName();
        return method + " " + route.getUriMatchTemplate().toPathString();
    }

    /** Whether it changes nothing. */
    static boolean isReading(HttpRequest<?> request) {
        return READING.contains(request.getMethod());
    }
}
