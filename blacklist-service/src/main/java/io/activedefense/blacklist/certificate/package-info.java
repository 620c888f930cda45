/** The certificate that this server shows: its own authority's, renewed by itself, or the operator's. Plain Java. */
@NullMarked
package io.activedefense.blacklist.certificate;

import org.jspecify.annotations.NullMarked;
