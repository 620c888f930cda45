// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.activedefense.contracts.address.Cidr;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.List;

/** Who may read a feed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FeedAccess.Open.class, name = "open"),
    @JsonSubTypes.Type(value = FeedAccess.Networks.class, name = "networks"),
    @JsonSubTypes.Type(value = FeedAccess.Basic.class, name = "basic")
})
public sealed interface FeedAccess {
    /** Who reaches it. */
    record Open() implements FeedAccess {}

    /** Who asks from one of these. */
    record Networks(List<Cidr> networks) implements FeedAccess {
        private static final int MOST = 1_000;

        public Networks {
            if (networks.isEmpty() || networks.size() > MOST) {
                throw new InvalidSettingException("networks (count)", networks.size(), "in 1 to " + MOST);
            }
            networks = List.copyOf(networks);
        }

        public boolean have(IpAddress address) {
            return networks.stream().anyMatch(network -> network.contains(address));
        }
    }

    /**
     * Who knows the password, by HTTP basic.
     *
     * @param passwordHash never the password
     */
    record Basic(String user, String passwordHash) implements FeedAccess {
        private static final int LONGEST_USER = 64;

        public Basic {
            if (user.isBlank() || user.length() > LONGEST_USER || user.indexOf(':') >= 0 || hasControls(user)) {
                throw new InvalidSettingException(
                        "user",
                        user.length() > LONGEST_USER ? user.length() + " characters" : user,
                        "1 to " + LONGEST_USER + " characters, none of them a colon");
            }
        }

        private static boolean hasControls(String user) {
            return user.chars().anyMatch(Character::isISOControl);
        }

        @Override
        public String toString() {
            return "Basic[user=" + user + "]";
        }
    }
}
