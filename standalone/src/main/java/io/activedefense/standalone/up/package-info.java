/** The subcommand that runs the whole product in the foreground. */
@NullMarked
package io.activedefense.standalone.up;

import org.jspecify.annotations.NullMarked;
