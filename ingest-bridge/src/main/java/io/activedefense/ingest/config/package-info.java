/** The bridge's settings, checked when it starts. */
@NullMarked
package io.activedefense.ingest.config;

import org.jspecify.annotations.NullMarked;
