/** Notifications by mail. */
@NullMarked
package io.activedefense.blacklist.mail;

import org.jspecify.annotations.NullMarked;
