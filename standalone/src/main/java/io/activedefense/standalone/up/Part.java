// SPDX-License-Identifier: Apache-2.0
package io.activedefense.standalone.up;

/** The parts of the running product, in the order in which they stop: who uses another stops before it. */
enum Part {
    COMPANY,
    APPLICATIONS,
    BROKER,
    DATABASE
}
