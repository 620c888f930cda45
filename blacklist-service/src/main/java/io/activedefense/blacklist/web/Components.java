// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.device.Condition;
import io.activedefense.blacklist.device.DeviceState;
import io.activedefense.blacklist.status.ConsumerStatus;
import io.activedefense.blacklist.status.RelayStatus;
import io.activedefense.blacklist.status.StatusReport;
import io.activedefense.blacklist.web.StatusView.Component;
import io.activedefense.blacklist.web.StatusView.ServedList;
import io.activedefense.contracts.status.BridgeStatus;
import io.activedefense.contracts.status.DetectorStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which parts do their work.
 *
 * @param report what the parts told
 * @param databaseAnswers whether it does now
 * @param list what is served
 * @param now when this is asked
 */
record Components(StatusReport report, boolean databaseAnswers, Optional<ServedList> list, Instant now) {
    static final String DEVICES = "devices";

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final Duration BRIDGE_SILENCE = Duration.ofMinutes(3);
    private static final int MOST_NAMED = 5;
    private static final Duration UNCONFIRMED = Duration.ofSeconds(10);

    List<Component> all() {
        var all = new ArrayList<>(List.of(database(), list(list), bridge(), devices(), detector(), relay()));
        report.consumers().stream().map(Components::consumer).forEach(all::add);
        return List.copyOf(all);
    }

    private Component database() {
        return new Component("database", databaseAnswers, databaseAnswers ? null : "it does not answer");
    }

    private Component list(Optional<ServedList> served) {
        if (served.isEmpty()) {
            return new Component("list", false, "there is none yet: firewalls are told to keep theirs");
        }
        Instant confirmed = served.get().confirmedAt();
        boolean fresh = confirmed != null && confirmed.isAfter(now.minus(UNCONFIRMED));
        String age = confirmed == null ? "this service started" : confirmed.toString();
        return new Component("list", fresh, fresh ? null : "served as it was before " + age);
    }

    private Component bridge() {
        if (report.bridges().isEmpty()) {
            // Before the first firewall is pointed here, nothing is wrong.
            boolean expected = !report.devices().devices().isEmpty();
            return new Component("ingest bridge", !expected, "it has told of no log file yet");
        }
        long waiting =
                report.bridges().stream().mapToLong(BridgeStatus::lagBytes).sum();
        Instant lastWord = report.bridges().stream()
                .map(BridgeStatus::at)
                .max(Instant::compareTo)
                .orElseThrow();
        boolean up = lastWord.isAfter(now.minus(BRIDGE_SILENCE));
        String detail = report.bridges().size() + " files, " + waiting + " bytes wait";
        return new Component("ingest bridge", up, up ? detail : "silent since " + lastWord);
    }

    private Component devices() {
        List<DeviceState> troubled = report.devices().troubled();
        String detail = Stream.of(Condition.Kind.values())
                .map(this::devices)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return new Component(DEVICES, troubled.isEmpty(), detail.isEmpty() ? null : detail);
    }

    /** As "2 silent: PA-1, PA-2". */
    private Optional<String> devices(Condition.Kind kind) {
        long count = report.devices().count(kind);
        if (count == 0) {
            return Optional.empty();
        }
        String names = report.devices().devices().stream()
                .filter(device -> device.is(kind))
                .limit(MOST_NAMED)
                .map(DeviceState::name)
                .collect(Collectors.joining(", "));
        return Optional.of(count + " " + words(kind) + ": " + names + (count > MOST_NAMED ? ", \u2026" : ""));
    }

    private static String words(Condition.Kind kind) {
        return switch (kind) {
            case SILENT -> "silent";
            case CLOCK_OFF -> "with a wrong clock";
            case WAITING -> "waiting for approval";
            case UNHEARD -> "unheard of";
        };
    }

    private Component detector() {
        Optional<Instant> lastWord =
                report.detector().stream().map(DetectorStatus::at).max(Instant::compareTo);
        if (lastWord.isEmpty()) {
            return new Component("detector", false, "it has told nothing yet");
        }
        Long lag = report.eventLag();
        boolean up = lastWord.get().isAfter(now.minus(SILENCE)) || (lag != null && lag == 0);
        return new Component("detector", up, up ? null : "silent since " + lastWord.get());
    }

    private Component relay() {
        RelayStatus relay = report.relay();
        return new Component("publishing", relay.lastError() == null, relay.lastError());
    }

    private static Component consumer(ConsumerStatus consumer) {
        boolean up = consumer.running() && consumer.lastError() == null;
        String trouble = consumer.lastError() == null ? "it has stopped" : consumer.lastError();
        return new Component("reading " + consumer.topic(), up, up ? null : trouble);
    }
}
