/** What the inner loops cost, beside the obvious other ways to do the same. */
@NullMarked
package io.activedefense.bench.jmh;

import org.jspecify.annotations.NullMarked;
