// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may do what with a topic. Nobody but its writers writes it.
 *
 * @param writers who writes: one, but for topics where more than one has its own to tell
 * @param readers who reads
 */
public record Access(Set<Client> writers, Set<Client> readers) {
    public Access {
        writers = Set.copyOf(writers);
        readers = Set.copyOf(readers);
        if (writers.contains(Client.DASHBOARD)) {
            throw new IllegalArgumentException("dashboards only read");
        }
    }

    static Access writtenBy(Client writer, Client... readers) {
        return writtenBy(Set.of(writer), readers);
    }

    static Access writtenBy(Set<Client> writers, Client... readers) {
        var all = EnumSet.noneOf(Client.class);
        all.addAll(List.of(readers));
        return new Access(writers, all);
    }
}
