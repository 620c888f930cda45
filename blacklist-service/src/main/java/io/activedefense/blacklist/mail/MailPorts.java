// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.mail;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.List;
import java.util.stream.Collectors;

/** The ports at which mail servers take mail: another service behind one that an operator names is not asked. */
public record MailPorts(List<Integer> ports) {
    public static final String SETTING = "active-defense.blacklist-service.egress.mail-ports";

    /**
     * As the setting has them.
     *
     * @throws InvalidSettingException if one is no port
     */
    public MailPorts {
        for (int port : ports) {
            if (port < 1 || port > 65_535) {
                throw new InvalidSettingException(SETTING, port, "ports in 1 to 65535");
            }
        }
        ports = List.copyOf(ports);
    }

    boolean have(int port) {
        return ports.contains(port);
    }

    @Override
    public String toString() {
        return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
