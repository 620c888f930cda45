/** Wiring: configuration, start and stop, health. */
@NullMarked
package io.activedefense.detector.config;

import org.jspecify.annotations.NullMarked;
