/** Tests of the server's certificate. */
@NullMarked
package io.activedefense.blacklist.certificate;

import org.jspecify.annotations.NullMarked;
