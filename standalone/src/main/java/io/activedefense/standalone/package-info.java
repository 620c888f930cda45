/** The command line: one class for the command, a package for each of its subcommands. */
@NullMarked
package io.activedefense.standalone;

import org.jspecify.annotations.NullMarked;
