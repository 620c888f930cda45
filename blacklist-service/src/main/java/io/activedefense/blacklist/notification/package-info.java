/** Who is told what over which channel: grouped, queued, tried again until it is delivered; plain Java and ports. */
@NullMarked
package io.activedefense.blacklist.notification;

import org.jspecify.annotations.NullMarked;
