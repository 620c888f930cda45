/** The ingest bridge, wired: its beans exist only where {@code active-defense.ingest-bridge.enabled} says so. */
@Configuration
@Requires(property = "active-defense.ingest-bridge.enabled", value = "true")
@NullMarked
package io.activedefense.ingest;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
