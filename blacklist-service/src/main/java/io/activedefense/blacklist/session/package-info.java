// SPDX-License-Identifier: Apache-2.0
/** Who is signed in, and how one comes to be. */
@NullMarked
package io.activedefense.blacklist.session;

import org.jspecify.annotations.NullMarked;
