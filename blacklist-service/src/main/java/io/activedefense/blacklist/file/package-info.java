/** Small files that are there as a whole or not at all, whenever the process ends. */
@NullMarked
package io.activedefense.blacklist.file;

import org.jspecify.annotations.NullMarked;
