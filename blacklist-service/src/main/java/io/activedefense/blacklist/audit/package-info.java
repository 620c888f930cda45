// SPDX-License-Identifier: Apache-2.0
/** Who did what: every change that somebody made, and every sign-in. */
@NullMarked
package io.activedefense.blacklist.audit;

import org.jspecify.annotations.NullMarked;
