// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.application.KnownSettings;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether and how the server speaks TLS. The listeners themselves follow from these in {@code blacklist-service.yml}. */
@Context
final class HttpsSettings {
    static final String PREFIX = "active-defense.blacklist-service.https";

    private static final Set<String> KNOWN = Set.of("enabled", "port", "certificate", "key", "names", "plain-lists");

    private final boolean enabled;
    private final boolean plainLists;
    private final @Nullable Path certificate;
    private final @Nullable Path key;
    private final List<String> names;

    HttpsSettings(
            Environment environment,
            @Property(name = PREFIX + ".enabled", defaultValue = "false") boolean enabled,
            @Property(name = PREFIX + ".plain-lists", defaultValue = "true") boolean plainLists,
            @Nullable @Property(name = PREFIX + ".certificate") Path certificate,
            @Nullable @Property(name = PREFIX + ".key") Path key,
            @Nullable @Property(name = PREFIX + ".names") List<String> names) {
        KnownSettings.require(environment, PREFIX, KNOWN);
        if ((certificate == null) != (key == null)) {
            String missing = PREFIX + (certificate == null ? ".certificate" : ".key");
            throw new InvalidSettingException(missing, "nothing", "a PEM file: certificate and key belong together");
        }
        this.enabled = enabled;
        this.plainLists = plainLists;
        this.certificate = certificate;
        this.key = key;
        this.names = names == null ? List.of() : List.copyOf(names);
    }

    boolean enabled() {
        return enabled;
    }

    /** Whether lists are served over plain HTTP too. */
    boolean plainLists() {
        return plainLists;
    }

    /** How else the server is called. */
    List<String> names() {
        return names;
    }

    /** The operator's own certificate and its key. */
    Optional<OwnCertificate> ownCertificate() {
        return certificate == null || key == null
                ? Optional.empty()
                : Optional.of(new OwnCertificate(certificate, key));
    }

    record OwnCertificate(Path certificate, Path key) {}
}
