/** Tests of notices and their words. */
@NullMarked
package io.activedefense.blacklist.notification;

import org.jspecify.annotations.NullMarked;
