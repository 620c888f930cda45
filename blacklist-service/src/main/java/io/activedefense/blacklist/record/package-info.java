/** Log records as they are searched: what is asked for and what is answered; plain Java, and ports that others serve. */
@NullMarked
package io.activedefense.blacklist.record;

import org.jspecify.annotations.NullMarked;
