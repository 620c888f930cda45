/** What firewalls may rely on, whatever fails. */
@NullMarked
package io.activedefense.blacklist.edl;

import org.jspecify.annotations.NullMarked;
