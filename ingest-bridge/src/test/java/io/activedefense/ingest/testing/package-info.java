// SPDX-License-Identifier: Apache-2.0
/** What tests of several packages share. */
@NullMarked
package io.activedefense.ingest.testing;

import org.jspecify.annotations.NullMarked;
