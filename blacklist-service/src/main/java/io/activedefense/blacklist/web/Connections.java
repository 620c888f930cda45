// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which connections there are, of all and of each address. Where there are too many, one that asks for nothing makes room,
 * the one that has done so the longest: who holds connections open loses them to those who poll.
 *
 * @param <C> a connection
 */
final class Connections<C> {
    private static final int GROUP_OF_IPV6 = 64;

    private final int most;
    private final int mostOfOne;
    private final Map<C, Cidr> waiting = new LinkedHashMap<>();
    private final Map<C, Cidr> busy = new HashMap<>();
    private final Map<Cidr, Integer> counts = new HashMap<>();

    /** What becomes of a new connection. */
    sealed interface Admission<C> {
        /**
         * It is one of them now.
         *
         * @param instead is closed for it
         */
        record Granted<C>(Optional<C> instead) implements Admission<C> {}

        /** All others are being served. */
        record Refused<C>() implements Admission<C> {}
    }

    /**
     * None yet.
     *
     * @param most of all
     * @param mostOfOne of one IPv4 address or IPv6 /64
     */
    Connections(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Takes in a connection, which waits for a request. */
    synchronized Admission<C> admit(C connection, IpAddress from) {
        Cidr group = from.isIpv4() ? Cidr.of(from) : Cidr.around(from, GROUP_OF_IPV6);
        boolean tooManyOfOne = counts.getOrDefault(group, 0) >= mostOfOne;
        if (!tooManyOfOne && size() < most) {
            add(connection, group);
            return new Admission.Granted<>(Optional.empty());
        }
        Optional<C> eldest = eldest(other -> !tooManyOfOne || other.equals(group));
        if (eldest.isEmpty()) {
            return new Admission.Refused<>();
        }
        remove(eldest.get());
        add(connection, group);
        return new Admission.Granted<>(eldest);
    }

    /** A request has come over it. */
    synchronized void asked(C connection) {
        Cidr group = waiting.remove(connection);
        if (group != null) {
            busy.put(connection, group);
        }
    }

    /** All its requests are answered: it waits for the next. */
    synchronized void answered(C connection) {
        Cidr group = busy.remove(connection);
        if (group != null) {
            waiting.put(connection, group);
        }
    }

    /** It is closed. */
    synchronized void remove(C connection) {
        Cidr waited = waiting.remove(connection);
        Cidr group = waited == null ? busy.remove(connection) : waited;
        if (group != null) {
            counts.computeIfPresent(group, (one, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized int size() {
        return waiting.size() + busy.size();
    }

    private void add(C connection, Cidr group) {
        waiting.put(connection, group);
        counts.merge(group, 1, Integer::sum);
    }

    private Optional<C> eldest(Predicate<Cidr> of) {
        return waiting.entrySet().stream()
                .filter(entry -> of.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
