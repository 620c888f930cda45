// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be delivered, and what became of it. A notice is in here from the moment at which it is known. */
public interface Deliveries {
    /**
     * Makes notices of what was listed and which alarms changed since the last time, for everybody who wants to know: in
     * one transaction with the note of how far it has come, so that nothing is lost or taken twice.
     *
     * @param every not more often than this
     */
    void collect(Duration every);

    /** Of each recipient the earliest notice, where its time has come. */
    List<Delivery> due();

    /** It was taken; nothing happens if something was added meanwhile: that has to go too. */
    void sent(Delivery delivery, String answer);

    /** It was not taken, and is tried again. */
    void failed(Delivery delivery, String error, Instant nextAt);

    /** It was not taken, and has waited too long. */
    void givenUp(Delivery delivery, String error);

    /** Forgets what was done with before a time, and the oldest beyond a number. */
    int forget(Instant before, int most);

    /** Who was not reached this often in a row, and since when a notice waits. */
    List<Unreached> unreached(int attempts);

    /** How many wait. */
    long waiting();

    /**
     * What was and is to be delivered, the latest first.
     *
     * @param state absent: in any
     * @param recipient absent: to any
     * @param before only those queued before this one; absent: from the latest
     */
    List<Queued> latest(@Nullable State state, @Nullable Long recipient, @Nullable Long before, int limit);

    /** How far a delivery is. */
    enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("given-up")
        GIVEN_UP
    }

    /**
     * A recipient that is not reached.
     *
     * @param name of it
     * @param since when the notice waits
     * @param error of the last attempt
     */
    record Unreached(String name, Instant since, String error) {}

    /**
     * A delivery as it is told of.
     *
     * @param id grows with every one
     * @param recipient its number
     * @param name of the recipient
     * @param kind listed or alarms
     * @param summary in a line
     * @param state how far it is
     * @param queuedAt when it was
     * @param attempts how often it was tried
     * @param nextAt when it is tried again; absent: it is not
     * @param doneAt when it was delivered or given up
     * @param answer the receiver's words at the last attempt, or what hindered it
     */
    record Queued(
            long id,
            long recipient,
            String name,
            String kind,
            String summary,
            State state,
            Instant queuedAt,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Instant doneAt,
            @Nullable String answer) {}
}
