/** Internet addresses and prefixes as values. Nothing here knows what an address means to the product. */
@NullMarked
package io.activedefense.contracts.address;

import org.jspecify.annotations.NullMarked;
