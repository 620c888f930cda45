// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.kafka;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may do what with a topic. Nobody but its writer writes it.
 *
 * @param writer the only one that writes
 * @param readers who reads
 */
public record Access(Client writer, Set<Client> readers) {
    public Access {
        readers = Set.copyOf(readers);
        if (writer == Client.DASHBOARD) {
            throw new IllegalArgumentException("dashboards only read");
        }
    }

    static Access writtenBy(Client writer, Client... readers) {
        var all = EnumSet.noneOf(Client.class);
        all.addAll(List.of(readers));
        return new Access(writer, all);
    }
}
