// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.activedefense.blacklist.people.PasswordHash;
import io.activedefense.blacklist.session.Recent;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares passwords with their hashes, which is slow on purpose. So a result is remembered, under a key of this
 * process alone, and only a few are worked out at a time, away from the threads that serve lists: whoever tries many
 * passwords keeps nobody from the lists.
 */
@Singleton
final class PasswordChecks {
    private static final int MOST_REMEMBERED = 1_000;
    private static final int AT_A_TIME = 2;
    private static final String HMAC = "HmacSHA256";

    private final ExecutorService executor;
    private final Semaphore free = new Semaphore(AT_A_TIME);
    private final SecretKeySpec key = randomKey();
    private final Map<String, Result> remembered = Collections.synchronizedMap(new Recent<>(MOST_REMEMBERED));

    /** What came out. */
    enum Result {
        RIGHT,
        WRONG,
        /** Too many are being compared: this one may be right. */
        LATER
    }

    PasswordChecks(@Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.executor = executor;
    }

    CompletionStage<Result> check(String password, String hash) {
        String name = nameOf(password, hash);
        return Optional.ofNullable(remembered.get(name))
                .<CompletionStage<Result>>map(CompletableFuture::completedFuture)
                .orElseGet(() -> workOut(password, hash, name));
    }

    private CompletionStage<Result> workOut(String password, String hash, String name) {
        if (!free.tryAcquire()) {
            return CompletableFuture.completedFuture(Result.LATER);
        }
        return CompletableFuture.supplyAsync(
                        () -> PasswordHash.matches(password, hash) ? Result.RIGHT : Result.WRONG, executor)
                .whenComplete((result, failure) -> {
                    free.release();
                    if (result != null) {
                        remembered.put(name, result);
                    }
                });
    }

    /** Tells nothing of the password to who doesn't have the key. */
    private String nameOf(String password, String hash) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(hash.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static SecretKeySpec randomKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new SecretKeySpec(random, HMAC);
    }
}
