/** What a source did recently, and the exact sliding distinct count over it. */
@NullMarked
package io.activedefense.rules.window;

import org.jspecify.annotations.NullMarked;
