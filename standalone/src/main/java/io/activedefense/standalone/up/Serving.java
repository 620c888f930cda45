// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How pages and lists are served.
 *
 * @param http in plain text; where there is TLS, the lists alone
 * @param tls absent: none
 * @param trustedProxies that say whom they were asked by
 */
record Serving(HttpAddress http, Optional<Tls> tls, List<String> trustedProxies) {
    Serving {
        if (tls.isPresent() && tls.get().address().port() == http.port()) {
            throw new CannotStartException(
                    "--https " + http.port() + " is not accepted; it must be another port than --http");
        }
    }

    void refuseBusy() {
        http.refuseBusy();
        tls.ifPresent(secure -> secure.address().refuseBusy());
    }

    /** How a browser on this machine reaches it. */
    String url(String path) {
        return tls.map(Tls::address).orElse(http).url(path);
    }

    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("micronaut.server.host", http.host().getHostAddress());
        properties.put("micronaut.server.port", http.port());
        if (!trustedProxies.isEmpty()) {
            properties.put("active-defense.blacklist-service.trusted-proxies", trustedProxies);
        }
        tls.ifPresent(secure -> properties.putAll(secure.properties()));
        return properties;
    }
}
