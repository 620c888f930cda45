// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import static io.activedefense.blacklist.feed.Listed.NOON;
import static io.activedefense.blacklist.feed.Listed.byOperator;
import static io.activedefense.blacklist.feed.Listed.detected;
import static io.activedefense.blacklist.feed.Listed.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.activedefense.contracts.blacklist.Origin;
import io.activedefense.contracts.settings.GuardSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final int PLENTY = 100;

    @Test
    void neighboursBecomeOneLineWithWhatIsTrueOfAllOfThem() {
        Content content = content(
                Selection.ALL,
                PLENTY,
                true,
                detected("91.1.1.4", "port-scan"),
                detected("91.1.1.5", "ip-scan"),
                byOperator("91.1.1.6/31"),
                detected("91.1.1.8", "vulnerability"));

        assertThat(content.lines())
                .extracting(line -> line.address().toString())
                .containsExactly("91.1.1.4/30", "91.1.1.8");
        Line merged = content.lines().getFirst();
        assertThat(merged.reasons()).containsExactly("ip-scan", "port-scan");
        assertThat(merged.origin()).isEqualTo(Origin.USER_ADDED);
        assertThat(merged.entries()).isEqualTo(3);
        assertThat(content.entries()).isEqualTo(4);
    }

    @Test
    void withoutMergingEachEntryIsALineInAddressOrder() {
        Content content = content(
                Selection.ALL, PLENTY, false, detected("91.1.1.5"), byOperator("91.1.1.4/31"), detected("91.1.1.4"));

        assertThat(addresses(content)).containsExactly("91.1.1.4/31", "91.1.1.4", "91.1.1.5");
    }

    @Test
    void aListThatIsTooShortKeepsOperatorsThenExploitsThenTheLatestThenTheMostFrequent() {
        Candidate[] entries = {
            seen(detected("91.1.1.1", "port-scan"), Duration.ofDays(2), 900),
            seen(detected("91.1.1.3", "ip-scan", "port-scan"), Duration.ofDays(1), 1),
            seen(detected("91.1.1.5", "ip-scan"), Duration.ofDays(1), 2),
            seen(detected("91.1.1.7", "vulnerability"), Duration.ofDays(9), 1),
            byOperator("91.1.1.9")
        };

        assertThat(addresses(content(Selection.ALL, 1, true, entries))).containsExactly("91.1.1.9");
        assertThat(addresses(content(Selection.ALL, 2, true, entries))).containsExactly("91.1.1.7", "91.1.1.9");
        assertThat(addresses(content(Selection.ALL, 3, true, entries))).contains("91.1.1.5");
        assertThat(addresses(content(Selection.ALL, 4, true, entries))).doesNotContain("91.1.1.1");
        assertThat(content(Selection.ALL, 4, true, entries).leftOut()).isEqualTo(1);
        assertThat(content(Selection.ALL, 5, true, entries).leftOut()).isZero();
    }

    @Test
    void whatCostsNoFurtherLineFitsIntoAFullList() {
        Content content = content(
                Selection.ALL,
                1,
                true,
                seen(detected("91.1.1.4", "port-scan"), Duration.ofHours(1), 1),
                seen(detected("91.1.1.9", "port-scan"), Duration.ofHours(2), 1),
                seen(detected("91.1.1.5", "port-scan"), Duration.ofHours(3), 1));

        assertThat(addresses(content)).containsExactly("91.1.1.4/31");
        assertThat(content.entries()).isEqualTo(2);
        assertThat(content.leftOut()).isEqualTo(1);
    }

    @Test
    void theSameEntriesAreTheSameContentInWhateverOrder() {
        var entries = new ArrayList<Candidate>();
        for (int i = 0; i < 200; i++) {
            entries.add(detected("91.1.1." + i, i % 2 == 0 ? "port-scan" : "ip-scan"));
        }
        Content before = content(Selection.ALL, 20, true, entries.toArray(Candidate[]::new));

        Collections.shuffle(entries, new Random(7));

        assertThat(content(Selection.ALL, 20, true, entries.toArray(Candidate[]::new)))
                .isEqualTo(before);
    }

    @Test
    void whatMayNeverBeListedIsToldAndNotWritten() {
        Content content = content(Selection.ALL, PLENTY, true, detected("91.0.0.0/8"), detected("91.1.1.1"));

        assertThat(addresses(content)).containsExactly("91.1.1.1");
        assertThat(content.refused()).extracting(Object::toString).containsExactly("91.0.0.0/8");
    }

    @Test
    void twoOfTheWidestNeighboursStayTwo() {
        assertThat(addresses(
                        content(Selection.ALL, PLENTY, true, byOperator("91.0.0.0/16"), byOperator("91.1.0.0/16"))))
                .containsExactly("91.0.0.0/16", "91.1.0.0/16");
    }

    @Test
    void aSelectionTakesReasonDeviceFamilyAndAgeOfWhatWasDetected() {
        Candidate scan = detected("91.1.1.1", "port-scan");
        Candidate exploit = detected("2600:1f18::/64", "vulnerability");
        Candidate old = seen(detected("91.1.1.9", "vulnerability"), Duration.ofDays(8), 1);

        assertThat(taken(new Selection(Set.of("vulnerability"), Set.of(), Set.of(), null, null), scan, exploit, old))
                .containsExactly("91.1.1.9", "2600:1f18::/64");
        assertThat(taken(new Selection(Set.of(), Set.of(), Set.of("fw-2"), null, null), scan, exploit, old))
                .isEmpty();
        assertThat(taken(new Selection(Set.of(), Set.of(), Set.of("fw-2", "fw-1"), null, null), scan, exploit, old))
                .hasSize(3);
        assertThat(taken(new Selection(Set.of(), Set.of(), Set.of(), AddressFamily.IPV6, null), scan, exploit, old))
                .containsExactly("2600:1f18::/64");
        assertThat(taken(new Selection(Set.of(), Set.of(), Set.of(), null, 8), scan, exploit, old))
                .containsExactly("91.1.1.1", "2600:1f18::/64");
        assertThat(taken(new Selection(Set.of(), Set.of(), Set.of(), null, 9), scan, exploit, old))
                .hasSize(3);
    }

    @Test
    void whatOperatorsAddedIsChosenByOriginAndFamilyAlone() {
        Candidate mine = byOperator("91.1.1.1");
        var narrow = Set.of("vulnerability");

        assertThat(taken(new Selection(narrow, Set.of(), Set.of("fw-9"), null, 1), mine))
                .hasSize(1);
        assertThat(taken(new Selection(narrow, Set.of(Origin.USER_ADDED), Set.of(), null, null), mine))
                .hasSize(1);
        assertThat(taken(new Selection(Set.of(), Set.of(Origin.DETECTED), Set.of(), null, null), mine))
                .isEmpty();
        assertThat(taken(new Selection(Set.of(), Set.of(), Set.of(), AddressFamily.IPV6, null), mine))
                .isEmpty();
    }

    private static Content content(Selection selection, int capacity, boolean merged, Candidate... entries) {
        return Content.of(
                new Choice(selection, capacity, merged), List.of(entries), Narrowness.of(GuardSettings.DEFAULTS), NOON);
    }

    private static List<String> taken(Selection selection, Candidate... entries) {
        return addresses(content(selection, PLENTY, true, entries));
    }

    private static List<String> addresses(Content content) {
        return content.lines().stream().map(line -> line.address().toString()).toList();
    }
}
