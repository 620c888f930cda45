// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.consume;

/** Is told of every record that is passed over because its content is at fault. */
@FunctionalInterface
public interface PoisonCount {
    void count();
}
