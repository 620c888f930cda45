// SPDX-License-Identifier: Apache-2.0
/** Who polls the lists, in aggregate, and who has stopped to or is refused. */
@NullMarked
package io.activedefense.blacklist.poller;

import org.jspecify.annotations.NullMarked;
