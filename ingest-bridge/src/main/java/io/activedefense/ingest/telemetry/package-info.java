/** What the bridge tells about itself: log lines and metrics, each in one place. */
@NullMarked
package io.activedefense.ingest.telemetry;

import org.jspecify.annotations.NullMarked;
