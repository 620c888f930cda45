/** From lines to topics: in order, and known to be safe before the checkpoint moves. */
@NullMarked
package io.activedefense.ingest.publish;

import org.jspecify.annotations.NullMarked;
