// SPDX-License-Identifier: Apache-2.0
/** Users, groups and roles, and the passwords that users sign in with. */
@NullMarked
package io.activedefense.blacklist.people;

import org.jspecify.annotations.NullMarked;
