// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import java.time.Instant;

/**
 * A notice on its way.
 *
 * @param id the same where it is tried again, so that a receiver can know a repetition
 * @param at when it was written
 * @param notice what is told
 * @param page where one reads on
 */
public record Letter(String id, Instant at, Notice notice, Page page) {}
