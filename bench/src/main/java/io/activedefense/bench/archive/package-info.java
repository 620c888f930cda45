/** Measures how fast log records are filed, and found. */
@NullMarked
package io.activedefense.bench.archive;

import org.jspecify.annotations.NullMarked;
