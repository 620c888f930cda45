// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.country;

import io.activedefense.blacklist.entry.Delivered;
import io.activedefense.blacklist.entry.Intake;
import io.activedefense.contracts.detection.Detection;
import io.activedefense.contracts.detection.Sighting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An intake that looks up where a source is of which the firewall didn't know it. */
public final class LocatingIntake implements Intake {
    private final Intake intake;
    private final Countries countries;

    public LocatingIntake(Intake intake, Countries countries) {
        this.intake = intake;
        this.countries = countries;
    }

    @Override
    public void detections(List<Delivered<Detection>> batch) {
        intake.detections(batch.stream().map(this::located).toList());
    }

    @Override
    public void sightings(List<Delivered<Sighting>> batch) {
        intake.sightings(batch);
    }

    private Delivered<Detection> located(Delivered<Detection> delivered) {
        Detection detection = delivered.value();
        @Nullable String country = LineCountries.isKnown(detection.country())
                ? null
                : countries.of(detection.source().network());
        return country == null
                ? delivered
                : new Delivered<>(
                        delivered.topicId(), delivered.partition(), delivered.offset(), detection.in(country));
    }
}
