/** What operators decided about the firewalls that log; plain Java and a port. */
@NullMarked
package io.activedefense.blacklist.device;

import org.jspecify.annotations.NullMarked;
