// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import io.activedefense.contracts.address.Cidr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a feed holds at a moment.
 *
 * @param lines in address order
 * @param entries how many entries they cover
 * @param leftOut how many were chosen, but had no room
 * @param refused what may never be listed, whoever let it in
 */
public record Content(List<Line> lines, int entries, int leftOut, List<Cidr> refused) {
    public Content {
        lines = List.copyOf(lines);
        refused = List.copyOf(refused);
    }

    /** The feed, filled from all that is listed. The same entries make the same content, in whatever order they come. */
    public static Content of(Choice choice, Collection<Candidate> listed, Narrowness narrowness, Instant now) {
        List<Candidate> chosen = listed.stream()
                .filter(candidate -> choice.selection().takes(candidate, now))
                .toList();
        List<Candidate> sound = chosen.stream()
                .filter(entry -> isSound(entry.address(), narrowness))
                .toList();
        List<Cidr> refused = chosen.stream()
                .map(Candidate::address)
                .filter(address -> !isSound(address, narrowness))
                .toList();
        List<Candidate> ranked = sound.size() > choice.capacity()
                ? sound.stream().sorted(Rank.ORDER).toList()
                : sound;
        return choice.merged() ? merged(choice, ranked, narrowness, refused) : single(choice, ranked, refused);
    }

    /** A wrong line can hurt a firewall, so each is read back before it is let out. */
    private static boolean isSound(Cidr address, Narrowness narrowness) {
        return narrowness.allows(address) && Cidr.parse(address.toString()).equals(address);
    }

    private static Content single(Choice choice, List<Candidate> ranked, List<Cidr> refused) {
        List<Line> lines = ranked.stream()
                .limit(choice.capacity())
                .sorted(Comparator.comparing(Candidate::address))
                .map(entry -> Line.of(entry.address(), List.of(entry)))
                .toList();
        return new Content(lines, lines.size(), ranked.size() - lines.size(), refused);
    }

    /** Who comes later in rank still fits where that costs no line. */
    private static Content merged(Choice choice, List<Candidate> ranked, Narrowness narrowness, List<Cidr> refused) {
        var cover = new MergedCidrs(narrowness);
        var taken = new ArrayList<Candidate>();
        for (Candidate entry : ranked) {
            if (cover.size() < choice.capacity() || cover.costsNothing(entry.address())) {
                cover.add(entry.address());
                taken.add(entry);
            }
        }
        return new Content(lines(cover, taken), taken.size(), ranked.size() - taken.size(), refused);
    }

    private static List<Line> lines(MergedCidrs cover, List<Candidate> taken) {
        Map<Cidr, List<Candidate>> covered = LinkedHashMap.newLinkedHashMap(cover.size());
        cover.lines().forEach(line -> covered.put(line, new ArrayList<>(1)));
        taken.forEach(
                entry -> covered.getOrDefault(cover.lineOf(entry.address()).orElseThrow(), new ArrayList<>())
                        .add(entry));
        var lines = new ArrayList<Line>(covered.size());
        covered.forEach((address, entries) -> lines.add(Line.of(address, entries)));
        return lines;
    }
}
