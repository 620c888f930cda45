// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.blacklist.secret.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A channel that notes what it is given, and fails where a test says so. */
public final class NotedChannel implements Channel {
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile @Nullable String failure;

    /** What was delivered, and where. */
    public record Sent(String address, Letter letter) {
        public String subject() {
            return Wordings.subject(letter.notice());
        }
    }

    /** All that was delivered. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** From now on nothing is taken, or absent: all is. */
    public void failWith(@Nullable String words) {
        failure = words;
    }

    @Override
    public About about() {
        return new About("noted", "Noted", "any word", "any word");
    }

    @Override
    public Target target(String address, @Nullable String secret) {
        return new Target(address, secret == null ? null : new Secret(secret));
    }

    @Override
    public String shown(String address) {
        return "somewhere";
    }

    @Override
    public Outcome send(Target target, Letter letter) {
        String words = failure;
        if (words != null) {
            return new Outcome.Failed(words);
        }
        sent.add(new Sent(target.address(), letter));
        return new Outcome.Sent("noted");
    }
}
