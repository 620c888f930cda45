/** Tests of the alarms. */
@NullMarked
package io.activedefense.blacklist.alarm;

import org.jspecify.annotations.NullMarked;
