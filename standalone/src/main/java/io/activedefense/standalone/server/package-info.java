/** Servers that run as processes beside us: started, watched, started again, stopped. */
@NullMarked
package io.activedefense.standalone.server;

import org.jspecify.annotations.NullMarked;
