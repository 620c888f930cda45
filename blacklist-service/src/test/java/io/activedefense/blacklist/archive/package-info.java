/** Tests of what is kept, and where. */
@NullMarked
package io.activedefense.blacklist.archive;

import org.jspecify.annotations.NullMarked;
