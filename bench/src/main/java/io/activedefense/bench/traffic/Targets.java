// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;

/**
 * What a scan tries.
 *
 * @param kind whether it tries ports of one host or hosts at one port
 * @param first the host, or the first of the hosts
 * @param port the first port, or the only one
 * @param distinct how many different targets there are
 * @param count how often it tries; beyond {@code distinct} it begins again
 */
record Targets(Kind kind, IpAddress first, int port, int distinct, int count) {
    enum Kind {
        PORTS,
        HOSTS
    }

    Targets {
        if (distinct < 1 || count < 1 || port < 0 || port + distinct > 65_536) {
            throw new IllegalArgumentException("no targets: port " + port + ", distinct " + distinct + ", " + count);
        }
    }

    IpAddress address(int number) {
        return kind == Kind.PORTS ? first : new IpAddress(first.high(), first.low() + number % distinct);
    }

    int port(int number) {
        return kind == Kind.PORTS ? port + number % distinct : port;
    }
}
