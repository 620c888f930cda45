// SPDX-License-Identifier: Apache-2.0
/** The running product as people see it, in a real browser. */
@NullMarked
package io.activedefense.standalone.browser;

import org.jspecify.annotations.NullMarked;
