// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules.window;

/** Which part of a sighting a rule holds fast, and which it counts. */
public enum Dimension {
    /** Of one destination, the ports. */
    PORTS_OF_A_HOST {
        @Override
        boolean sameKey(Sightings sightings, int one, int other) {
            return sameDestination(sightings, one, other);
        }

        @Override
        boolean sameValue(Sightings sightings, int one, int other) {
            return sightings.port(one) == sightings.port(other);
        }

        @Override
        int hashOfValue(Sightings sightings, int index) {
            return sightings.port(index);
        }

        @Override
        int countOfKey(SightingCounts counts, Sightings sightings, int index) {
            return counts.ofHost(sightings.destinationHigh(index), sightings.destinationLow(index));
        }
    },
    /** Of one port, the destinations. */
    HOSTS_OF_A_PORT {
        @Override
        boolean sameKey(Sightings sightings, int one, int other) {
            return sightings.port(one) == sightings.port(other);
        }

        @Override
        boolean sameValue(Sightings sightings, int one, int other) {
            return sameDestination(sightings, one, other);
        }

        @Override
        int hashOfValue(Sightings sightings, int index) {
            return Long.hashCode(sightings.destinationHigh(index) * 31 + sightings.destinationLow(index));
        }

        @Override
        int countOfKey(SightingCounts counts, Sightings sightings, int index) {
            return counts.ofPort(sightings.port(index));
        }
    };

    abstract boolean sameKey(Sightings sightings, int one, int other);

    abstract boolean sameValue(Sightings sightings, int one, int other);

    abstract int hashOfValue(Sightings sightings, int index);

    /** No fewer than there are of that sighting's key. */
    abstract int countOfKey(SightingCounts counts, Sightings sightings, int index);

    private static boolean sameDestination(Sightings sightings, int one, int other) {
        return sightings.destinationLow(one) == sightings.destinationLow(other)
                && sightings.destinationHigh(one) == sightings.destinationHigh(other);
    }
}
