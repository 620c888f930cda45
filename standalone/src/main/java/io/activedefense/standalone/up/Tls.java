// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

import io.activedefense.standalone.data.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How HTTPS is spoken.
 *
 * @param address where
 * @param certificate the operator's own; absent, one of our own authority
 * @param key its key
 * @param names how this machine is called otherwise
 * @param only whether no list is served by plain HTTP
 */
record Tls(
        HttpAddress address,
        @Nullable Path certificate,
        @Nullable Path key,
        List<String> names,
        boolean only) {
    private static final String PREFIX = "active-defense.blacklist-service.https.";

    Tls {
        if ((certificate == null) != (key == null)) {
            throw new CannotStartException("--https-cert and --https-key belong together; name both or none");
        }
        refuseUnreadable("--https-cert", certificate);
        refuseUnreadable("--https-key", key);
    }

    boolean isByOwnAuthority() {
        return certificate == null;
    }

    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put(PREFIX + "enabled", true);
        properties.put(PREFIX + "port", address.port());
        properties.put(PREFIX + "plain-lists", !only);
        properties.put(PREFIX + "names", names);
        if (certificate != null && key != null) {
            properties.put(PREFIX + "certificate", certificate.toAbsolutePath().toString());
            properties.put(PREFIX + "key", key.toAbsolutePath().toString());
        }
        return properties;
    }

    private static void refuseUnreadable(String option, @Nullable Path file) {
        if (file != null && !Files.isReadable(file)) {
            throw new CannotStartException(option + " " + file + " can't be read");
        }
    }
}
