/** Where the bridge stopped, kept so that no crash loses it. Knows files of its own only: no Kafka, no framework. */
@NullMarked
package io.activedefense.ingest.checkpoint;

import org.jspecify.annotations.NullMarked;
