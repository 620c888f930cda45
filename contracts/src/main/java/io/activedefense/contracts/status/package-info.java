/** What running parts tell of themselves. */
@NullMarked
package io.activedefense.contracts.status;

import org.jspecify.annotations.NullMarked;
