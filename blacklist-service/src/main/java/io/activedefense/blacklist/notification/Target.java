// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where a recipient is reached. The address may itself be a secret, as the URL of a chat's webhook is: prints as nothing.
 *
 * @param address as the channel understands it
 * @param secret that the recipient knows the sender by; absent: none
 */
public record Target(String address, @Nullable Secret secret) {
    @Override
    public String toString() {
        return "target";
    }
}
