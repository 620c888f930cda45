/** The blacklist service: its beans exist only where {@code active-defense.blacklist-service.enabled} says so. */
@Configuration
@Requires(property = "active-defense.blacklist-service.enabled", value = "true")
@NullMarked
package io.activedefense.blacklist;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
