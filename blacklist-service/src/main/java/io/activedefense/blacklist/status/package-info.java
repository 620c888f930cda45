/** What the service knows of itself, the detector and the bridges; plain Java and a port. */
@NullMarked
package io.activedefense.blacklist.status;

import org.jspecify.annotations.NullMarked;
