/** Which addresses count: prefixes, special ranges, and who is external. */
@NullMarked
package io.activedefense.rules.address;

import org.jspecify.annotations.NullMarked;
