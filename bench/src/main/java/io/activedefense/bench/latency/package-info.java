/** The whole product from outside: lines into its log folder, addresses out of its list. */
@NullMarked
package io.activedefense.bench.latency;

import org.jspecify.annotations.NullMarked;
