/** What the blacklist says in public: entries and what happened to them. */
@NullMarked
package io.activedefense.contracts.blacklist;

import org.jspecify.annotations.NullMarked;
