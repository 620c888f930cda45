/** The rules by their definition, as slow as it takes: what the product's answers are compared with. */
@NullMarked
package io.activedefense.bench.oracle;

import org.jspecify.annotations.NullMarked;
