// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import org.jspecify.annotations.Nullable;

/**
 * A way to reach people. One is added by a bean of this kind, and nowhere else. It knows nothing of queues: it tries once,
 * within bounded time, and says how that went.
 */
public interface Channel {
    /** What there is to know of it before one chooses it. */
    About about();

    /**
     * Reads where somebody wants to be reached.
     *
     * @throws io.activedefense.contracts.settings.InvalidSettingException if it is no address of this channel, or the
     *     secret is not one that it takes
     */
    Target target(String address, @Nullable String secret);

    /** The address without what is secret in it. */
    String shown(String address);

    /** Tries to deliver. */
    Outcome send(Target target, Letter letter);

    /**
     * What there is to know of a channel.
     *
     * @param name one word
     * @param title as people call it
     * @param address what an address of it is
     * @param secret what its secret is for; absent: it has none
     */
    record About(
            String name,
            String title,
            String address,
            @Nullable String secret) {}

    /** How an attempt went. */
    sealed interface Outcome {
        /** In the receiver's own words, or in ours. */
        String words();

        /** It was taken. */
        record Sent(String words) implements Outcome {}

        /** It was not. */
        record Failed(String words) implements Outcome {}
    }
}
