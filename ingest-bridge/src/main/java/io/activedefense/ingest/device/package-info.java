// SPDX-License-Identifier: Apache-2.0
/** What is decided about devices, and what shows of them: plain Java, told what happens and when. */
@NullMarked
package io.activedefense.ingest.device;

import org.jspecify.annotations.NullMarked;
