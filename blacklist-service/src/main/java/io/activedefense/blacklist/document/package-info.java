/** Documents that people write: read strictly, and refused with the field, its value and what would be accepted. */
@NullMarked
package io.activedefense.blacklist.document;

import org.jspecify.annotations.NullMarked;
