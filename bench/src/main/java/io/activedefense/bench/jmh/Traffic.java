// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.jmh;

import io.activedefense.bench.traffic.CsvText;
import io.activedefense.bench.traffic.FirewallLine;
import io.activedefense.bench.traffic.LineText;
import io.activedefense.bench.traffic.TrafficGenerator;
import io.activedefense.bench.traffic.TrafficPlan;
import io.activedefense.contracts.event.FileIdentity;
import io.activedefense.contracts.event.FirewallEvent;
import io.activedefense.contracts.event.FirewallEventWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** The lines that every benchmark runs over: a thousand of the demo's, attacks among them, always the same. */
final class Traffic {
    static final int LINES = 1_000;

    private static final int WARM_UP = 20_000; // behind it, every kind of attack is under way

    private static final long FIRST_NUMBER = 7_171_717_171L;

    private Traffic() {}

    static FirewallLine[] lines() {
        var plan = TrafficPlan.demo(1, Instant.parse("2026-11-22T12:00:00Z"), 100, ZoneOffset.UTC);
        var generator = new TrafficGenerator(plan);
        for (int i = 0; i < WARM_UP; i++) {
            generator.next();
        }
        var lines = new FirewallLine[LINES];
        for (int i = 0; i < LINES; i++) {
            lines[i] = generator.next();
        }
        return lines;
    }

    static FirewallEvent[] events() {
        FirewallLine[] lines = lines();
        var file = new FileIdentity(0xfd01, 4711, 0);
        var events = new FirewallEvent[LINES];
        for (int i = 0; i < LINES; i++) {
            var writer = new FirewallEventWriter();
            lines[i].event(writer);
            events[i] = writer.line(file, 350L * i, 350).build();
        }
        return events;
    }

    /** The same in the extended format, with every further key. */
    static byte[][] extendedTexts() {
        byte[][] texts = texts();
        for (int i = 0; i < LINES; i++) {
            String line = new String(texts[i], StandardCharsets.UTF_8) + furtherKeys(FIRST_NUMBER + i);
            texts[i] = line.getBytes(StandardCharsets.UTF_8);
        }
        return texts;
    }

    private static String furtherKeys(long number) {
        return " Proto=tcp; App=not-applicable; SrcZone=untrust; DstZone=dmz; Direction=client-to-server;"
                + " Serial=007051000012345; SeqNo=" + number + "; DeviceName=PA-VM; SessionEndReason=aged-out;"
                + " PktsReceived=0; RepeatCount=1; SrcEDL=; HighResTimestamp=2026-11-22T12:00:00.217+00:00;";
    }

    /** The same as PAN-OS writes it by default. */
    static byte[][] csvTexts() {
        FirewallLine[] lines = lines();
        var csvText = new CsvText();
        var texts = new byte[LINES][];
        for (int i = 0; i < LINES; i++) {
            var text = new StringBuilder();
            csvText.append(lines[i], FIRST_NUMBER + i, text);
            texts[i] = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        return texts;
    }

    /** The lines' bytes without their line feeds. */
    static byte[][] texts() {
        FirewallLine[] lines = lines();
        var lineText = new LineText();
        var texts = new byte[LINES][];
        for (int i = 0; i < LINES; i++) {
            var text = new StringBuilder();
            lineText.append(lines[i], text);
            text.setLength(text.length() - 1);
            texts[i] = text.toString().getBytes(StandardCharsets.UTF_8);
        }
        return texts;
    }
}
