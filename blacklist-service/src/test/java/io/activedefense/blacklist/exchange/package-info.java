/** Tests of the files that people keep. */
@NullMarked
package io.activedefense.blacklist.exchange;

import org.jspecify.annotations.NullMarked;
