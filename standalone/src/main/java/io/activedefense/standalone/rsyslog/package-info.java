/** Prints how rsyslog and logrotate are to be configured, so that what firewalls log can be followed without a gap. */
@NullMarked
package io.activedefense.standalone.rsyslog;

import org.jspecify.annotations.NullMarked;
