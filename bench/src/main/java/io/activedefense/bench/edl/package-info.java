// SPDX-License-Identifier: Apache-2.0
/** How many polls of the list a second the service answers, beside a bare server with the same bytes. */
@NullMarked
package io.activedefense.bench.edl;

import org.jspecify.annotations.NullMarked;
