/** What pollers, callers and browsers may rely on, over real HTTP. */
@NullMarked
package io.activedefense.blacklist.web;

import org.jspecify.annotations.NullMarked;
