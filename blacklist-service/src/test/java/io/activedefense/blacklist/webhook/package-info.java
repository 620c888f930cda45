/** Tests of webhooks. */
@NullMarked
package io.activedefense.blacklist.webhook;

import org.jspecify.annotations.NullMarked;
