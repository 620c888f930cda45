/** The detector: firewall events in, detections and sightings out. Its beans exist only where it is enabled. */
@NullMarked
@Configuration
@Requires(property = "active-defense.detector-streams.enabled", value = "true")
package io.activedefense.detector;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
