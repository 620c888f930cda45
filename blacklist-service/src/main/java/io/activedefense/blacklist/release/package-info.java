/** The end of entries that are not seen any more: continuous, and never while the system is blind. */
@NullMarked
package io.activedefense.blacklist.release;

import org.jspecify.annotations.NullMarked;
