// SPDX-License-Identifier: Apache-2.0
/** Tests of signing in. */
@NullMarked
package io.activedefense.blacklist.session;

import org.jspecify.annotations.NullMarked;
