// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.detector;

import java.util.Map;
import org.apache.kafka.streams.Topology;

/** A topology that works off the topic of events. Made anew for each run. */
interface Contender {
    String name();

    Topology topology();

    /** What it runs with beyond what all run with. */
    Map<String, Object> settings();

    /** How many events it has processed by now. Safe to ask from any thread. */
    long processed();

    /** What it found, in words; asked after the run. */
    String found();
}
