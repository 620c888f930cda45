// SPDX-License-Identifier: Apache-2.0
/** The detector beside a bare stream and beside the textbook topology, over the same topic. */
@NullMarked
package io.activedefense.bench.detector;

import org.jspecify.annotations.NullMarked;
