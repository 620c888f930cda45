// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How the whole is.
 *
 * @param at when this was asked
 * @param components each part and whether it does its work
 * @param on whether the detector shall work; absent while the database is away, as the counts are
 * @param listed entries on the list
 * @param listedByReason listed entries with each reason
 * @param waitingForReview held detections that wait for an operator's word
 * @param unnoticedAlarms alarms that stand and that nobody has taken note of
 * @param list what firewalls are served; absent before there is a list
 * @param detectorProgress every event up to this time has been judged
 * @param eventLag events that wait for the detector
 * @param detector its latest word on each partition
 * @param bridge the bridges' latest word on each file
 */
record StatusView(
        Instant at,
        List<Component> components,
        @Nullable Boolean on,
        @Nullable Long listed,
        @Nullable SortedMap<String, Long> listedByReason,
        @Nullable Long waitingForReview,
        @Nullable Long unnoticedAlarms,
        @Nullable ServedList list,
        @Nullable Instant detectorProgress,
        @Nullable Long eventLag,
        List<DetectorStatus> detector,
        List<BridgeStatus> bridge) {

    /**
     * A part of the whole.
     *
     * @param name what it is
     * @param up whether it does its work
     * @param detail what hinders it, or how far it is
     */
    record Component(String name, boolean up, @Nullable String detail) {}

    /**
     * The list as it is served.
     *
     * @param version its entity tag
     * @param entries lines
     * @param bytes of its text
     * @param changedAt when its content changed last
     * @param confirmedAt when it was last known to be what the database holds; absent until that answered
     */
    record ServedList(
            String version,
            int entries,
            int bytes,
            Instant changedAt,
            @Nullable Instant confirmedAt) {}

    /**
     * What only the database knows.
     *
     * @param on whether the detector shall work
     * @param listed entries on the list
     * @param listedByReason listed entries with each reason
     * @param waitingForReview held detections that wait for an operator's word
     * @param unnoticedAlarms alarms that stand and that nobody has taken note of
     */
    record Counts(
            boolean on,
            long listed,
            SortedMap<String, Long> listedByReason,
            long waitingForReview,
            long unnoticedAlarms) {}

    static StatusView of(
            Instant at,
            List<Component> components,
            @Nullable Counts counts,
            @Nullable ServedList list,
            StatusReport report) {
        return new StatusView(
                at,
                components,
                counts == null ? null : counts.on(),
                counts == null ? null : counts.listed(),
                counts == null ? null : counts.listedByReason(),
                counts == null ? null : counts.waitingForReview(),
                counts == null ? null : counts.unnoticedAlarms(),
                list,
                report.detectorProgress(),
                report.eventLag(),
                report.detector(),
                report.bridges());
    }
}
