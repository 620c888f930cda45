// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the mail server stands on record. */
public interface MailServers {
    /** Absent: there is none, and no mail is sent. */
    Optional<Kept> current();

    /** The password that its user signs in with; absent: none. */
    Optional<Secret> password();

    /**
     * Puts it in the place of what there was, and tries at once what waits.
     *
     * @param password absent: the one there is stays, where {@link MailServer#mayKeepPasswordOf} allows it
     * @throws io.activedefense.contracts.settings.InvalidSettingException if a user signs in and the password is not
     *     known, or nobody does and there is one
     */
    Kept put(MailServer server, @Nullable Secret password);

    /** Removes it; false if there is none. */
    boolean remove();

    /**
     * A mail server with what may be told of its password.
     *
     * @param server as it was put
     * @param hasPassword whether there is one
     * @param passwordAt since when it is this one
     */
    record Kept(
            MailServer server,
            boolean hasPassword,
            @Nullable Instant passwordAt) {}
}
