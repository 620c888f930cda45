/** Tests of how secrets are kept. */
@NullMarked
package io.activedefense.blacklist.secret;

import org.jspecify.annotations.NullMarked;
