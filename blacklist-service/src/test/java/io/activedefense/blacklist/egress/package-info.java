/** Tests of where requests may go. */
@NullMarked
package io.activedefense.blacklist.egress;

import org.jspecify.annotations.NullMarked;
