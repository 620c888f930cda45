// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import io.activedefense.contracts.address.Cidr;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The text of the list: one address or prefix a line, in address order, each line ended by LF. The same addresses are
 * the same bytes. A wrong line can hurt a firewall, so each is read back before it is let out, and what may never be
 * listed is left out here once more, whoever let it in.
 */
final class EdlText {
    private static final int LINE_ESTIMATE = 18;

    private final Predicate<Cidr> mayBeListed;

    /** @param mayBeListed the last gate: what fails it is left out */
    EdlText(Predicate<Cidr> mayBeListed) {
        this.mayBeListed = mayBeListed;
    }

    /**
     * A rendered list.
     *
     * @param text its lines
     * @param entries how many lines
     * @param leftOut what the last gate held back
     */
    record Rendered(String text, int entries, List<Cidr> leftOut) {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    Rendered render(Collection<Cidr> listed) {
        var sorted = new TreeSet<>(listed);
        List<Cidr> leftOut =
                sorted.stream().filter(address -> !isSound(address)).toList();
        leftOut.forEach(sorted::remove);
        var text = new StringBuilder(sorted.size() * LINE_ESTIMATE);
        sorted.forEach(address -> text.append(address).append('\n'));
        return new Rendered(text.toString(), sorted.size(), leftOut);
    }

    private boolean isSound(Cidr address) {
        return mayBeListed.test(address) && Cidr.parse(address.toString()).equals(address);
    }
}
