// SPDX-License-Identifier: Apache-2.0
/** The rules over a past that is known: what they would have found, in order of event time. */
@NullMarked
package io.activedefense.rules.run;

import org.jspecify.annotations.NullMarked;
