/** Tests of what the service knows of itself and the others. */
@NullMarked
package io.activedefense.blacklist.status;

import org.jspecify.annotations.NullMarked;
