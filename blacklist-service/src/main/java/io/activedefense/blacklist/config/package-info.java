/** Settings of the application and the wiring of its parts. */
@NullMarked
package io.activedefense.blacklist.config;

import org.jspecify.annotations.NullMarked;
