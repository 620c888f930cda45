// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.alarm.Trouble;
import io.activedefense.blacklist.alarm.Troubles;
import io.activedefense.blacklist.web.StatusView.Component;
import jakarta.inject.Singleton;
import java.util.List;

/** What is wrong with the parts of the whole. Devices speak for themselves. */
@Singleton
final class ComponentTroubles implements Troubles {
    private final StatusController status;

    ComponentTroubles(StatusController status) {
        this.status = status;
    }

    @Override
    public String source() {
        return "components";
    }

    @Override
    public List<Trouble> found() {
        return status.status().components().stream()
                .filter(component -> !component.up() && !component.name().equals(Components.DEVICES))
                .map(ComponentTroubles::of)
                .toList();
    }

    private static Trouble of(Component component) {
        String detail = component.detail() == null ? "it does not do its work" : component.detail();
        return new Trouble("component-down", component.name(), detail, whatToDo(component.name()));
    }

    private static String whatToDo(String name) {
        return switch (name) {
            case "ingest bridge" -> "See whether the ingest bridge runs, and whether rsyslog writes into its folder.";
            case "detector" -> "See whether the detector runs and reaches Kafka.";
            case "list" -> "See whether PostgreSQL answers; firewalls are served the last good list meanwhile.";
            case "database" -> "See whether PostgreSQL runs; the list is served as it was meanwhile.";
            default -> "See whether Kafka runs and this service may use its topics; nothing is lost meanwhile.";
        };
    }
}
