// SPDX-License-Identifier: Apache-2.0
/** Tests of users, groups and passwords. */
@NullMarked
package io.activedefense.blacklist.people;

import org.jspecify.annotations.NullMarked;
