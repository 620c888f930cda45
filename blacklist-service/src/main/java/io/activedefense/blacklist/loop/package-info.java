/** Work that is done again and again: steps, the threads that take them, and what they wait for. */
@NullMarked
package io.activedefense.blacklist.loop;

import org.jspecify.annotations.NullMarked;
