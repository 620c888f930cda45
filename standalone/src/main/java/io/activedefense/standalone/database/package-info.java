/** PostgreSQL, a process of its own. */
@NullMarked
package io.activedefense.standalone.database;

import org.jspecify.annotations.NullMarked;
