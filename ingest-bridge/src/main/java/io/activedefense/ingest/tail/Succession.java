// SPDX-License-Identifier: Apache-2.0
package io.activedefense.ingest.tail;

import io.activedefense.ingest.checkpoint.FileCheckpoint;
import io.activedefense.ingest.checkpoint.FilePlace;
import io.activedefense.ingest.checkpoint.Fingerprint;
import io.activedefense.ingest.checkpoint.LineCounts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles for one log which files hold its lines, and follows them in their order.
 *
 * <pre>
 *   PA-1.log.4      unknown, older than one that we know: not ours to read
 *   PA-1.log.3      known, read to its end when it was the log
 *   PA-1.log.2      the log when we last looked: its rest is read
 *   PA-1.log.1      unknown and newer than all that we know: made and rotated while nobody looked, so it is read
 *   PA-1.log        read last
 * </pre>
 *
 * A log that was cut may live on in a copy, which begins with the same bytes: then it is read there, from where it was.
 */
final class Succession {
    private final LogFamily family;
    private final Path log;
    private final FileMemory memory;
    private final Map<FilePlace, Tailer> tailers;
    private final FileAccess access;
    private final TailListener listener;
    private final List<FamilyMember> members = new ArrayList<>();
    private final Set<Tailer> fresh = new HashSet<>();

    Succession(
            LogFamily family,
            FileMemory memory,
            Map<FilePlace, Tailer> tailers,
            FileAccess access,
            TailListener listener) {
        this.family = family;
        this.log = family.log();
        this.memory = memory;
        this.tailers = tailers;
        this.access = access;
        this.listener = listener;
        family.rotated().forEach(file -> members.add(new FamilyMember(file)));
        family.live().ifPresent(file -> members.add(new FamilyMember(file)));
    }

    /** Whether every file is followed, or was examined since it last grew. */
    boolean isSettled() {
        return members.stream().allMatch(this::isSettled)
                && tailers.values().stream()
                        .noneMatch(
                                tailer -> tailer.isCut() && tailer.file().path().equals(log));
    }

    private boolean isSettled(FamilyMember member) {
        return tailers.containsKey(member.file.key()) || (!isLive(member) && access.isExamined(member.file));
    }

    /**
     * @param firstSight of the folder: what was rotated before counts as read
     */
    void settle(boolean firstSight, Instant now) throws IOException {
        try {
            for (FamilyMember member : members) {
                identify(member);
            }
            adoptHomeless();
            if (firstSight) {
                noteRotated(now);
            } else {
                beginUnread(now);
            }
            beginLive();
            follow();
        } finally {
            closeUnused();
        }
    }

    private boolean isLive(FamilyMember member) {
        return family.live().filter(member.file::equals).isPresent();
    }

    private void identify(FamilyMember member) throws IOException {
        member.tailer = tailers.get(member.file.key());
        if (member.tailer != null) {
            member.known = !member.isCut() && !member.tailer.isBlank();
            if (member.tailer.isBlank()) {
                fresh.add(member.tailer); // what is found to be older is read before
            }
            return;
        }
        member.channel = access.open(member.file).orElse(null);
        Optional<FileCheckpoint> remembered = memory.of(member.file.key()).filter(this::fits);
        if (remembered.isPresent() && member.channel != null) {
            member.life = resumed(remembered.get(), member.channel);
        }
        member.known = remembered.filter(file -> file.offset() > 0).isPresent()
                && (member.life != null || member.channel == null);
    }

    /** What nothing was read of, fits any file that has its inode now: then the name decides. */
    private boolean fits(FileCheckpoint known) {
        return known.head().length() > 0 || known.log().equals(log.toString());
    }

    private static @Nullable Life resumed(FileCheckpoint known, FileChannel channel) throws IOException {
        if (channel.size() < known.offset()) {
            return null;
        }
        return Head.in(channel, known.head())
                .map(head -> Life.resumed(known, head))
                .orElse(null);
    }

    private void adoptHomeless() throws IOException {
        for (HomelessLife homeless : homeless()) {
            boolean adopted = false;
            for (FamilyMember member : members) {
                if (!adopted
                        && member.mayHold(homeless)
                        && member.channel != null
                        && homeless.goesOnIn(member.channel)) {
                    adopt(homeless, member, member.channel);
                    adopted = true;
                }
            }
            if (homeless.cut() != null) {
                beginAgain(homeless.cut(), adopted);
            }
        }
    }

    private List<HomelessLife> homeless() {
        var found = new ArrayList<HomelessLife>();
        for (FileCheckpoint known : memory.ofLog(log)) {
            if (members.stream().noneMatch(member -> holds(member, known))) {
                found.add(new HomelessLife(known, null));
            }
        }
        for (Tailer tailer : tailers.values()) {
            if (tailer.isCut() && tailer.file().path().equals(log)) {
                found.add(new HomelessLife(tailer.checkpoint(), tailer));
            }
        }
        found.sort(HomelessLife.BEST_KNOWN_FIRST);
        return found;
    }

    private static boolean holds(FamilyMember member, FileCheckpoint known) {
        return member.file.key().equals(known.place()) && (member.known || member.life != null);
    }

    private void adopt(HomelessLife homeless, FamilyMember member, FileChannel channel) throws IOException {
        member.life = homeless.in(channel);
        member.known = true;
        if (homeless.cut() == null) {
            memory.moved(homeless.known());
        }
    }

    private void beginAgain(Tailer cut, boolean adopted) {
        listener.truncated(cut.file(), adopted ? 0 : cut.unreadBytes());
        cut.beginAgain(
                memory.beginningAfter(cut.file(), cut.place()),
                adopted ? LineCounts.NONE : cut.checkpoint().counts());
        fresh.add(cut);
    }

    /** The newest is enough to tell later that the others are old. */
    private void noteRotated(Instant now) throws IOException {
        for (FamilyMember member : members.reversed()) {
            if (!isLive(member) && member.isUnknown() && member.channel != null) {
                var file = memory.beginning(member.file.key(), log);
                var head = Head.beginning(member.channel);
                memory.keep(new FileCheckpoint(
                        file.identity(),
                        log.toString(),
                        head.fingerprint(),
                        member.channel.size(),
                        LineCounts.NONE,
                        now,
                        null,
                        false));
                return;
            }
        }
    }

    private void beginUnread(Instant now) throws IOException {
        for (FamilyMember member : members.reversed()) {
            if (member.known) {
                return; // all others are older
            }
            if (member.isUnknown()
                    && !isLive(member)
                    && family.isNamedAsRotated(member.file)
                    && !isCopyOfLive(member)) {
                beginUnread(member, now);
            }
        }
    }

    /** A copy before the log is cut: empty at first, then its beginning, then all of it. */
    private boolean isCopyOfLive(FamilyMember member) throws IOException {
        for (FamilyMember live : members) {
            if (isLive(live) && member.channel != null && live.file.size() >= member.file.size()) {
                boolean followed = live.tailer != null;
                var head = Head.beginning(member.channel);
                return head.length() == 0 ? followed : head.isCopyOf(headNow(live));
            }
        }
        return false;
    }

    private static Head headNow(FamilyMember live) throws IOException {
        if (live.tailer != null) {
            return live.tailer.headNow();
        }
        return live.channel == null ? Head.ofNothing() : Head.beginning(live.channel);
    }

    private void beginUnread(FamilyMember member, Instant now) {
        var file = memory.beginning(member.file.key(), log);
        if (member.channel != null) {
            member.life = Life.begun(file);
        } else { // read when it can be, whatever is known by then
            memory.keep(new FileCheckpoint(
                    file.identity(), log.toString(), Fingerprint.OF_NOTHING, 0, LineCounts.NONE, now, null, true));
        }
    }

    private void beginLive() {
        for (FamilyMember member : members) {
            if (isLive(member) && member.isUnknown() && member.channel != null) {
                member.life = Life.begun(memory.beginning(member.file.key(), log));
            }
        }
    }

    private void follow() throws IOException {
        Tailer last = lastBefore();
        for (FamilyMember member : members) {
            if (member.life != null) {
                followOrPark(member, member.life);
            }
            if (member.tailer != null) {
                tailers.remove(member.file.key());
                tailers.put(member.file.key(), member.tailer);
                if (last != null && fresh.contains(member.tailer)) {
                    member.tailer.follow(last);
                }
                last = member.tailer;
            } else if (member.channel != null) {
                access.examined(member.file.key(), member.file.size());
            }
        }
    }

    /** A file of the log that is read on though it left the folder. */
    private @Nullable Tailer lastBefore() {
        Tailer last = null;
        for (var followed : tailers.entrySet()) {
            boolean here = members.stream().anyMatch(member -> member.file.key().equals(followed.getKey()));
            last = !here && followed.getValue().file().path().equals(log) ? followed.getValue() : last;
        }
        return last;
    }

    private void followOrPark(FamilyMember member, Life life) throws IOException {
        var channel = Objects.requireNonNull(member.channel);
        boolean nothingLeft = channel.size() <= life.position() && life.allAcknowledged();
        if (nothingLeft && !isLive(member) && member.known) {
            memory.keepUnlessKnown(life.checkpoint().at(member.file.key()));
            return;
        }
        memory.release(member.file.key(), life.file().identity());
        member.tailer = new Tailer(channel, member.file.key(), life);
        member.channel = null;
        fresh.add(member.tailer);
        listener.following(life.file(), life.position());
    }

    private void closeUnused() throws IOException {
        for (FamilyMember member : members) {
            if (member.channel != null) {
                member.channel.close();
            }
        }
    }
}
