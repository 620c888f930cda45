/** The ports on PostgreSQL: the only place that knows tables and SQL. */
@NullMarked
package io.activedefense.blacklist.postgres;

import org.jspecify.annotations.NullMarked;
