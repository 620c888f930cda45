// SPDX-License-Identifier: Apache-2.0
/** What the detector has told of itself: plain Java. */
@NullMarked
package io.activedefense.detector.status;

import org.jspecify.annotations.NullMarked;
