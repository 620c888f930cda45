// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.activedefense.blacklist.notification.Recipient;
import io.activedefense.blacklist.notification.RecipientOutcome;
import io.activedefense.blacklist.notification.RecipientWish;
import io.activedefense.blacklist.notification.Recipients;
import io.activedefense.blacklist.notification.Target;
import io.activedefense.blacklist.secret.Secret;
import io.activedefense.blacklist.secret.SecretBox;
import io.activedefense.contracts.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The recipients in their table, where they are reached encrypted. */
public final class PostgresRecipients implements Recipients {
    private final Database database;
    private final SecretBox secrets;
    private final Clock clock;

    /** As it is encrypted. */
    private record Whole(String address, @Nullable String secret) {}

    PostgresRecipients(Database database, SecretBox secrets, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public List<Recipient> all() {
        return database.read(connection -> new RecipientTable(connection).all());
    }

    @Override
    public Optional<Recipient> find(long id) {
        return database.read(connection -> new RecipientTable(connection).find(id));
    }

    @Override
    public Optional<Target> target(long id) {
        return database.read(connection -> new RecipientTable(connection).sealedTarget(id))
                .map(locked -> opened(locked, id));
    }

    @Override
    public RecipientOutcome add(RecipientWish wish, Target target, String shown) {
        return database.change(connection -> {
            lock(connection);
            var table = new RecipientTable(connection);
            if (table.named(wish.name()).isPresent()) {
                return new RecipientOutcome.NameTaken(wish.name());
            }
            if (table.all().size() >= MOST) {
                return new RecipientOutcome.TooMany(MOST);
            }
            long id = table.add(recipient(0, wish, target, shown));
            table.sealTarget(id, locked(target, id));
            return new RecipientOutcome.Done(recipient(id, wish, target, shown));
        });
    }

    @Override
    public RecipientOutcome change(long id, RecipientWish wish, @Nullable Target target, @Nullable String shown) {
        return database.change(connection -> {
            lock(connection);
            var table = new RecipientTable(connection);
            Optional<Recipient> before = table.find(id);
            if (before.isEmpty()) {
                return new RecipientOutcome.Unknown();
            }
            if (table.named(wish.name()).filter(other -> other.id() != id).isPresent()) {
                return new RecipientOutcome.NameTaken(wish.name());
            }
            if (target == null || shown == null) {
                return kept(connection, before.get(), wish);
            }
            table.sealTarget(id, locked(target, id));
            return changed(connection, recipient(id, wish, target, shown));
        });
    }

    @Override
    public boolean remove(long id) {
        return database.change(connection -> new RecipientTable(connection).remove(id));
    }

    private RecipientOutcome kept(Connection connection, Recipient before, RecipientWish wish) throws SQLException {
        if (!wish.channel().equals(before.wish().channel())) {
            return new RecipientOutcome.TargetMissing();
        }
        return changed(
                connection, new Recipient(before.id(), wish, before.shown(), before.hasSecret(), before.targetAt()));
    }

    private RecipientOutcome changed(Connection connection, Recipient recipient) throws SQLException {
        new RecipientTable(connection).change(recipient);
        if (recipient.wish().enabled()) {
            DeliveryTable.hurry(connection, now());
        } else {
            new DeliveryTable(connection).giveUpOf(recipient.id(), "the recipient was turned off", now());
        }
        return new RecipientOutcome.Done(recipient);
    }

    private Recipient recipient(long id, RecipientWish wish, Target target, String shown) {
        return new Recipient(id, wish, shown, target.secret() != null, now());
    }

    private String locked(Target target, long id) {
        Secret secret = target.secret();
        String whole = Documents.write(new Whole(target.address(), secret == null ? null : secret.text()));
        return secrets.seal(new Secret(whole), purpose(id));
    }

    private Target opened(String locked, long id) {
        try {
            Whole whole =
                    Json.TOLERANT.readValue(secrets.open(locked, purpose(id)).text(), Whole.class);
            return new Target(whole.address(), whole.secret() == null ? null : new Secret(whole.secret()));
        } catch (JsonProcessingException e) {
            // Its message would quote what it could not read.
            throw new IllegalStateException("where recipient " + id + " is reached can't be read");
        }
    }

    private static String purpose(long id) {
        return "target of recipient " + id;
    }

    /** So that no two take one name. */
    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("LOCK TABLE notification_recipient IN SHARE ROW EXCLUSIVE MODE")) {
            lock.execute();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
