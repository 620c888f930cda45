// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.alarm;

import java.util.Arrays;
import java.util.stream.Stream;

/** Every kind of alarm that there is, so that people can choose among them. */
public enum AlarmKind {
    DEVICE_SILENT("device-silent", "Silent device", "A device has not logged for longer than the settings allow."),
    DEVICE_CLOCK_OFF(
            "device-clock-off", "Clock of a device", "The times of a device's lines are off by more than is allowed."),
    DEVICE_WAITING("device-waiting", "Device waits for approval", "A new device's lines are not read yet."),
    DEVICE_UNHEARD("device-unheard", "Ingest bridge of a device", "The bridge that reads a device has gone silent."),
    DEAD_LETTERS("dead-letters", "Refused lines rise", "More of a device's lines than usual can't be read."),
    PIPELINE_LAG("pipeline-lag", "Pipeline lags", "Lines or events wait for minutes before they are judged."),
    BACKLOG_ENDS("backlog-ends", "Backlog ends", "The system is off, and Kafka will soon delete what waits."),
    COMPONENT_DOWN("component-down", "Component down", "A part of the whole does not do its work."),
    DISK_LOW("disk-low", "Disk runs short", "The disk of this service's state is nearly full."),
    ARCHIVE_STOPPED("archive-stopped", "Log archive stopped", "The disk has no room for more log records."),
    POLLER_STOPPED("poller-stopped", "Firewall stopped polling", "A consumer of a list has stopped to poll it."),
    POLLER_REFUSED("poller-refused", "Firewall is refused", "A consumer of a list fails to authenticate."),
    CERTIFICATE_ENDS("certificate-ends", "Certificate expires", "A certificate ends in 30, 7 or 1 days."),
    CERTIFICATE_REFUSED("certificate-refused", "Certificate refused", "A newer certificate can't be served."),
    BURST("burst", "Burst of entries", "Many entries came on the list at once."),
    LIST_SHRUNK("list-shrunk", "Shrinking list", "A list would drop so much that it waits for a word."),
    NOTIFICATION_FAILING("notification-failing", "Notifications fail", "A recipient has not been reached repeatedly.");

    private final String id;
    private final String title;
    private final String meaning;

    AlarmKind(String id, String title, String meaning) {
        this.id = id;
        this.title = title;
        this.meaning = meaning;
    }

    /** As {@link Trouble#kind}. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** In one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What a kind is called; one that is not known is called by its id. */
    public static String titleOf(String id) {
        return all().filter(kind -> kind.id.equals(id))
                .map(AlarmKind::title)
                .findFirst()
                .orElse(id);
    }

    public static Stream<AlarmKind> all() {
        return Arrays.stream(values());
    }
}
