// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

/** Where the settings of notifications stand on record. */
public interface NotificationSettingsStore {
    NotificationSettings current();

    void put(NotificationSettings settings);
}
