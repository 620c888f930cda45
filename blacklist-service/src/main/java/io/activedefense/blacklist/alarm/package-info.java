/** What an operator should know and do something about: raised once, cleared once; plain Java and ports. */
@NullMarked
package io.activedefense.blacklist.alarm;

import org.jspecify.annotations.NullMarked;
