/** How the service watches itself: status, meters and health. */
@NullMarked
package io.activedefense.blacklist.watch;

import org.jspecify.annotations.NullMarked;
