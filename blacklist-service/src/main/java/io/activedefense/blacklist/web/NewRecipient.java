// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.notification.Channel;
import io.activedefense.blacklist.notification.Channels;
import io.activedefense.blacklist.notification.Interests;
import io.activedefense.blacklist.notification.RecipientWish;
import io.activedefense.blacklist.notification.Target;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an admin wants a recipient to be, as sent. It is the whole.
 *
 * @param name by which people know it
 * @param enabled whether it is told anything; left out: it is
 * @param channel name of a channel, as the choices have them
 * @param address where it is reached by that channel. Left out in a change: there, and with the same secret. The address
 *     of a webhook is never told again as a whole
 * @param secret that the recipient knows us by, where the channel has one. It is never told
 * @param reasons it is told of addresses listed for one of these, as the choices have them; left out: none
 * @param alarms it is told of these, as the choices have them; left out: none
 */
record NewRecipient(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,

        @Nullable Boolean enabled,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String channel,

        @Nullable String address,
        @Nullable String secret,
        @Nullable SortedSet<String> reasons,
        @Nullable SortedSet<String> alarms) {
    RecipientWish wish() {
        return new RecipientWish(
                Requests.given("name", name, "a name"),
                enabled == null || enabled,
                Requests.given("channel", channel, "the name of a channel"),
                new Interests(reasons == null ? new TreeSet<>() : reasons, alarms == null ? new TreeSet<>() : alarms));
    }

    Channel channel(Channels channels) {
        return channels.named(Requests.given("channel", channel, "the name of a channel"));
    }

    /** Whether it is to be reached as before. */
    boolean keepsTarget() {
        return address == null && secret == null;
    }

    Target target(Channels channels) {
        Channel.About about = channel(channels).about();
        return channel(channels).target(Requests.given("address", address, about.address()), secret);
    }

    @Override
    public String toString() {
        return "recipient " + name;
    }
}
