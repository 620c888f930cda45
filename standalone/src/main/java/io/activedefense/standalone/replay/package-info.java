/**
 * The command {@code replay}: the rules over log files, without any server. How files are read and put in order of time
 * is here; what is suspicious is not.
 */
@NullMarked
package io.activedefense.standalone.replay;

import org.jspecify.annotations.NullMarked;
