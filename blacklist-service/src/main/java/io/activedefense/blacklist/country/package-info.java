/** Where addresses are, for lines whose firewall didn't say so. */
@NullMarked
package io.activedefense.blacklist.country;

import org.jspecify.annotations.NullMarked;
