// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.contracts.address.Cidr;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our page, as it is called from where notices are read.
 *
 * @param url without a slash at the end; absent: nobody has said so, and notices go without links
 */
public record Page(@Nullable URI url) {
    Optional<URI> overview() {
        return link("/");
    }

    Optional<URI> blacklist() {
        return link("/blacklist");
    }

    Optional<URI> entry(Cidr address) {
        return link("/blacklist?entry=" + URLEncoder.encode(address.toString(), UTF_8));
    }

    private Optional<URI> link(String path) {
        return Optional.ofNullable(url).map(base -> URI.create(base + path));
    }
}
