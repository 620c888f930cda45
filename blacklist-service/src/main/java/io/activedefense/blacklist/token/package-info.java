// SPDX-License-Identifier: Apache-2.0
/** Secrets with which programs call the REST API. */
@NullMarked
package io.activedefense.blacklist.token;

import org.jspecify.annotations.NullMarked;
