// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.device;

import io.activedefense.contracts.settings.Device;
import io.activedefense.contracts.settings.LineFormat;
import io.activedefense.logformat.LogFormat;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How each device's lines are read: made anew when an operator decides otherwise. */
public final class DeviceFormats {
    /** Makes formats. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A format of its own for one device.
         *
         * @param format absent: recognised a line at a time
         */
        LogFormat make(ZoneId zone, @Nullable LineFormat format);
    }

    private record Made(ZoneId zone, @Nullable LineFormat format, LogFormat reads) {}

    private final Maker maker;
    private final ZoneId hostZone;
    private final Map<String, Made> made = new HashMap<>();

    public DeviceFormats(Maker maker, ZoneId hostZone) {
        this.maker = maker;
        this.hostZone = hostZone;
    }

    LogFormat of(String device, @Nullable Device decided) {
        ZoneId zone = decided == null || decided.timeZone() == null ? hostZone : decided.timeZone();
        LineFormat format = decided == null ? null : decided.format();
        Made last = made.get(device);
        if (last == null || !last.zone.equals(zone) || last.format != format) {
            last = new Made(zone, format, maker.make(zone, format));
            made.put(device, last);
        }
        return last.reads;
    }

    void forgetAllBut(Set<String> devices) {
        made.keySet().retainAll(devices);
    }
}
