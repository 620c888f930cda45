// SPDX-License-Identifier: Apache-2.0
/** What operators have decided, as the service publishes it: read whole before the first line, and followed from then on. */
@NullMarked
package io.activedefense.ingest.decision;

import org.jspecify.annotations.NullMarked;
