/** Where requests that an operator configures may go: asked about the very address that is then connected to; plain Java. */
@NullMarked
package io.activedefense.blacklist.egress;

import org.jspecify.annotations.NullMarked;
