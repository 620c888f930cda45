/** The life of an entry: what lists it, renews it, lets it expire and releases it; plain Java and ports. */
@NullMarked
package io.activedefense.blacklist.entry;

import org.jspecify.annotations.NullMarked;
