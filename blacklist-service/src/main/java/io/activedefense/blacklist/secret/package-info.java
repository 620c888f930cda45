/** What must be kept as it is and yet be read by nobody: encrypted by a key that does not lie beside it; plain Java. */
@NullMarked
package io.activedefense.blacklist.secret;

import org.jspecify.annotations.NullMarked;
