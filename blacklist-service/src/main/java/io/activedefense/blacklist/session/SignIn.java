// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.session;

import io.activedefense.blacklist.people.PasswordHash;
import io.activedefense.blacklist.people.PasswordRule;
import io.activedefense.blacklist.people.People;
import io.activedefense.blacklist.people.People.Account;
import io.activedefense.blacklist.people.RandomSecret;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The door: a name and a password become a session. It takes as long for a name that there is as for one that is not. */
public final class SignIn {
    private static final int AT_A_TIME = 2;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** Of no password that anybody knows. */
    private static final String NOBODYS =
            PasswordHash.of(RandomSecret.create("").text());

    private final People people;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_A_TIME);

    public SignIn(People people, Sessions sessions, Throttle throttle, Clock clock) {
        this.people = people;
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Come in.
         *
         * @param secret that the browser shows from now on
         */
        record In(Session session, RandomSecret secret) implements Outcome {}

        /** A name or password is wrong, or the user is disabled: it is not told which. */
        record Refused() implements Outcome {}

        /** There were too many wrong ones, or too many at once: the password was not looked at. */
        record Wait(Duration time) implements Outcome {}
    }

    public Outcome attempt(Visit visit, String password) {
        return known(visit, password, () -> {});
    }

    /**
     * Changes the password of who is signed in. Every session of this user ends, and the one in hand goes on under a new
     * secret.
     *
     * @throws io.activedefense.contracts.settings.InvalidSettingException if the next one is not good enough
     */
    public Outcome changePassword(Visit visit, String present, String next) {
        PasswordRule.accepted("next", next, visit.user());
        if (next.equals(present)) {
            throw new InvalidSettingException("next", "the present password", "another one");
        }
        return known(visit, present, () -> people.setPassword(visit.user(), PasswordHash.of(next), false));
    }

    /** Lets in who knows the password, behind what is done then. */
    private Outcome known(Visit visit, String password, Runnable then) {
        Optional<Account> account = people.account(visit.user(), visit.network());
        boolean known = account.filter(Account::knownThere).isPresent();
        Duration wait = throttle.wait(visit.user(), visit.network(), known, clock.instant());
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        if (!free.tryAcquire()) {
            return new Outcome.Wait(A_MOMENT);
        }
        try {
            if (!isRight(account, password)) {
                return refused(visit);
            }
            then.run();
            return in(visit);
        } finally {
            free.release();
        }
    }

    private static boolean isRight(Optional<Account> account, String password) {
        boolean matches = PasswordHash.matches(
                password, account.map(Account::passwordHash).orElse(NOBODYS));
        return matches && account.isPresent() && !account.get().user().disabled();
    }

    private Outcome in(Visit visit) {
        throttle.succeeded(visit.user(), visit.network());
        var secret = RandomSecret.create("");
        return new Outcome.In(sessions.open(secret, visit), secret);
    }

    private Outcome refused(Visit visit) {
        throttle.failed(visit.user(), visit.network(), clock.instant());
        sessions.refused(visit);
        return new Outcome.Refused();
    }
}
