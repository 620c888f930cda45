// SPDX-License-Identifier: Apache-2.0
/** The broker that measurements run against. */
@NullMarked
package io.activedefense.bench.broker;

import org.jspecify.annotations.NullMarked;
