// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import io.activedefense.blacklist.relay.Truth;
import io.activedefense.contracts.kafka.Topic;
import io.activedefense.contracts.kafka.Topics;
import io.activedefense.contracts.settings.DefenseSettings;
import java.util.function.BiConsumer;

/** The settings in force, as the topic should know them. */
public final class SettingsTruth implements Truth<DefenseSettings> {
    private final Database database;
    private final SettingsInForce settings;

    SettingsTruth(Database database, SettingsInForce settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Topic<String, DefenseSettings> topic() {
        return Topics.DEFENSE_SETTINGS;
    }

    @Override
    public void forEach(BiConsumer<String, DefenseSettings> told) {
        told.accept(Topics.SETTINGS_KEY, database.read(settings::on).settings());
    }

    @Override
    public Object fingerprint(DefenseSettings value) {
        return value;
    }
}
