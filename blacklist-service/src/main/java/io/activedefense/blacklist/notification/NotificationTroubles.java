// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.alarm.AlarmKind;
import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.alarm.Troubles;
import io.activedefense.blacklist.notification.Deliveries.Unreached;
import java.util.List;

/** Who is not reached. */
public final class NotificationTroubles implements Troubles {
    private static final int ATTEMPTS = 3;

    private final Deliveries deliveries;

    public NotificationTroubles(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String source() {
        return "notifications";
    }

    @Override
    public List<Trouble> found() {
        return deliveries.unreached(ATTEMPTS).stream()
                .map(NotificationTroubles::of)
                .toList();
    }

    private static Trouble of(Unreached unreached) {
        return new Trouble(
                AlarmKind.NOTIFICATION_FAILING.id(),
                unreached.name(),
                "Not reached since " + unreached.since() + ": " + unreached.error(),
                "Send a test to it under Notifications, and see to what it answers. What waits is tried for three days.");
    }
}
