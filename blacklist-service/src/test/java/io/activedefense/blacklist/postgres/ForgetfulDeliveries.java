// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.notification.Deliveries;
import io.activedefense.blacklist.notification.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends, as a process that is killed, between a delivery and the note of it. */
record ForgetfulDeliveries(Deliveries behind) implements Deliveries {
    @Override
    public void sent(Delivery delivery, String answer) {
        throw new IllegalStateException("killed");
    }

    @Override
    public void collect(Duration every) {
        behind.collect(every);
    }

    @Override
    public List<Delivery> due() {
        return behind.due();
    }

    @Override
    public void failed(Delivery delivery, String error, Instant nextAt) {
        behind.failed(delivery, error, nextAt);
    }

    @Override
    public void givenUp(Delivery delivery, String error) {
        behind.givenUp(delivery, error);
    }

    @Override
    public int forget(Instant before, int most) {
        return behind.forget(before, most);
    }

    @Override
    public List<Unreached> unreached(int attempts) {
        return behind.unreached(attempts);
    }

    @Override
    public long waiting() {
        return behind.waiting();
    }

    @Override
    public List<Queued> latest(@Nullable State state, @Nullable Long recipient, @Nullable Long before, int limit) {
        return behind.latest(state, recipient, before, limit);
    }
}
