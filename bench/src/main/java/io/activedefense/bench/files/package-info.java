/** What it costs to follow files. */
@NullMarked
package io.activedefense.bench.files;

import org.jspecify.annotations.NullMarked;
