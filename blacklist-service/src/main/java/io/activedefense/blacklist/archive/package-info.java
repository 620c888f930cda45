/** Log lines as they are kept: what is filed where, and for how long; plain Java, and ports that PostgreSQL serves. */
@NullMarked
package io.activedefense.blacklist.archive;

import org.jspecify.annotations.NullMarked;
