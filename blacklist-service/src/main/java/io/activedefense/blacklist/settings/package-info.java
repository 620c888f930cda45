/** The settings document: its versions, who changed it and why; plain Java and a port. */
@NullMarked
package io.activedefense.blacklist.settings;

import org.jspecify.annotations.NullMarked;
