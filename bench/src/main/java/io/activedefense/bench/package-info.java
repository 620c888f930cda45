/** The command line of the benchmarks. */
@NullMarked
package io.activedefense.bench;

import org.jspecify.annotations.NullMarked;
