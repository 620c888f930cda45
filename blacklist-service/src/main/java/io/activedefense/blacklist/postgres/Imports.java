// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.entry.Addition;
import io.activedefense.blacklist.entry.EntryLife;
import io.activedefense.blacklist.entry.ImportOutcome;
import io.activedefense.blacklist.entry.ImportOutcome.Fault;
import io.activedefense.blacklist.entry.Terms;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Many additions at once, all or none, within a transaction of the caller. */
final class Imports {
    private final Connection connection;
    private final Terms terms;
    private final Instant now;

    Imports(Connection connection, Terms terms, Instant now) {
        this.connection = connection;
        this.terms = terms;
        this.now = now;
    }

    /** What would become of them. */
    ImportOutcome weigh(List<Addition> additions) throws SQLException {
        List<Fault> faults = faults(additions);
        return faults.isEmpty() ? split(additions, loaded(additions)).outcome() : new ImportOutcome.Refused(faults);
    }

    ImportOutcome carryOut(List<Addition> additions) throws SQLException {
        List<Fault> faults = faults(additions);
        if (!faults.isEmpty()) {
            return new ImportOutcome.Refused(faults);
        }
        Ledger ledger = loaded(additions);
        Split split = split(additions, ledger);
        var life = new EntryLife(terms, now);
        for (Addition addition : split.fresh()) {
            ledger.take(life.added(ledger.entry(addition.address()), addition), addition.by(), addition.comment());
        }
        if (!additions.isEmpty()) {
            ledger.write(additions.getFirst().by());
        }
        return split.outcome();
    }

    private record Split(List<Addition> fresh, int listedBefore) {
        ImportOutcome outcome() {
            return new ImportOutcome.Imported(fresh.size(), listedBefore);
        }
    }

    /** What is listed stays as it is, whoever listed it: an export that is read back changes nothing. */
    private static Split split(List<Addition> additions, Ledger ledger) {
        List<Addition> fresh = additions.stream()
                .filter(addition -> !ledger.entry(addition.address()).isListed())
                .toList();
        return new Split(fresh, additions.size() - fresh.size());
    }

    private Ledger loaded(List<Addition> additions) throws SQLException {
        var ledger = new Ledger(connection, terms.blockWindow(), now);
        ledger.load(additions.stream().map(Addition::address).toList());
        return ledger;
    }

    private List<Fault> faults(List<Addition> additions) {
        var faults = new ArrayList<Fault>();
        for (int index = 0; index < additions.size(); index++) {
            Addition addition = additions.get(index);
            int place = index;
            terms.neverList()
                    .forbids(addition.address())
                    .ifPresent(never -> faults.add(new Fault(
                            place,
                            "address",
                            addition.address().toString(),
                            "an address that may be listed: " + never.text())));
            if (addition.expiresAt() != null && !addition.expiresAt().isAfter(now)) {
                faults.add(new Fault(index, "expiresAt", addition.expiresAt().toString(), "a time in the future"));
            }
        }
        return faults;
    }
}
