// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.contracts.address.IpAddress;

/**
 * Who tried what.
 *
 * @param source who tried
 * @param sourcePort of the source
 * @param user as logged, which for a failed login is what somebody typed; empty mostly
 * @param destination what was tried
 * @param destinationPort of the destination
 */
record Flow(IpAddress source, int sourcePort, String user, IpAddress destination, int destinationPort) {
    static Flow of(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return new Flow(source, sourcePort, "", destination, destinationPort);
    }
}
