// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.notification.Channel.About;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The channels that there are. */
public final class Channels {
    private final List<Channel> all;

    public Channels(List<Channel> all) {
        this.all = all.stream()
                .sorted(Comparator.comparing(channel -> channel.about().name()))
                .toList();
    }

    /** By name. */
    public List<About> about() {
        return all.stream().map(Channel::about).toList();
    }

    /**
     * A channel.
     *
     * @throws InvalidSettingException if there is none of that name
     */
    public Channel named(String name) {
        return all.stream()
                .filter(channel -> channel.about().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "channel",
                        "'" + name + "'",
                        about().stream().map(About::name).collect(Collectors.joining(" or "))));
    }
}
