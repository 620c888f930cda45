// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.notification.Channel.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the channels, and turns whatever goes wrong there into words. */
public final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int LONGEST_WORDS = 500;

    private final Channels channels;
    private final Recipients recipients;
    private final Clock clock;

    public Mailbox(Channels channels, Recipients recipients, Clock clock) {
        this.channels = channels;
        this.recipients = recipients;
        this.clock = clock;
    }

    Outcome send(Delivery delivery, Page page) {
        var letter = new Letter(delivery.letterId(), delivery.queuedAt(), delivery.notice(), page);
        return attempted(() -> {
            Optional<Target> target = recipients.target(delivery.recipient());
            return target.isPresent()
                    ? channels.named(delivery.channel()).send(target.get(), letter)
                    : new Outcome.Failed("the recipient is gone");
        });
    }

    /** Tries out whether somebody is reached, at once and once. */
    public Outcome tryOut(String channel, Target target, String by, Page page) {
        Instant now = clock.instant();
        var letter = new Letter("active-defense-test-" + now.toEpochMilli(), now, new Notice.Trial(by), page);
        return attempted(() -> channels.named(channel).send(target, letter));
    }

    private static Outcome attempted(Supplier<Outcome> attempt) {
        try {
            return shortened(attempt.get());
        } catch (RuntimeException e) {
            LOG.debug("a channel failed", e);
            return shortened(new Outcome.Failed(String.valueOf(e.getMessage())));
        }
    }

    /** What a server says may be long, and hold anything. */
    private static Outcome shortened(Outcome outcome) {
        String plain = outcome.words().replaceAll("\\p{Cntrl}+", " ").strip();
        String words = plain.length() > LONGEST_WORDS ? plain.substring(0, LONGEST_WORDS) : plain;
        return switch (outcome) {
            case Outcome.Sent sent -> new Outcome.Sent(words);
            case Outcome.Failed failed -> new Outcome.Failed(words);
        };
    }
}
