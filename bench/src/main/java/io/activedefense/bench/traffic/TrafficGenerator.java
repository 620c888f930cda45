// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.traffic;

import io.activedefense.bench.oracle.Firing;
import io.activedefense.contracts.address.IpAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Makes up lines in the order of their times, without end, and keeps the truth about them. */
public final class TrafficGenerator {
    private final TrafficPlan plan;
    private final Attacks attacks;
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingInt(Due::number));
    private final List<Firing> planted = new ArrayList<>();
    private Instant nextAttackAt;
    private int attacksStarted;
    private int activities;

    /** An activity, when its next line is due, and its number, so that equal times have an order. */
    private record Due(Instant at, int number, Activity activity) {}

    public TrafficGenerator(TrafficPlan plan) {
        this.plan = plan;
        var random = new SplittableRandom(plan.seed());
        attacks = new Attacks(plan.firewalls(), random.split());
        nextAttackAt = plan.firstAttacks() == 0 ? Instant.MAX : plan.startAt().plus(Duration.ofSeconds(1));
        begin(new Background(plan.firewalls(), random.split(), plan.startAt(), plan.linesPerSecond()));
        begin(new LateDnsAnswers(plan.firewalls().getFirst(), IpAddress.parse("8.8.8.8"), plan.startAt()));
        begin(new LateDnsAnswers(plan.firewalls().getLast(), IpAddress.parse("1.1.1.1"), plan.startAt()));
    }

    /** Event time of the line that {@link #next} gives. */
    public Instant nextAt() {
        startAttacks();
        return due.element().at();
    }

    public FirewallLine next() {
        startAttacks();
        Due first = due.remove();
        FirewallLine line = first.activity().next();
        enqueue(first.activity(), first.number());
        return line;
    }

    /**
     * What the rules must have fired by now under the default settings, all lines before this time being seen. Firings are
     * at whole seconds, as lines tell them: of the second that has begun the deciding line may be still to come.
     */
    public SortedSet<Firing> plantedBefore(Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        var before = new TreeSet<Firing>();
        planted.stream().filter(firing -> firing.at().isBefore(second)).forEach(before::add);
        return before;
    }

    private void startAttacks() {
        while (!nextAttackAt.isAfter(due.element().at())) {
            var attack = attacks.next(nextAttackAt);
            attack.planted().ifPresent(planted::add);
            begin(attack.activity());
            attacksStarted++;
            nextAttackAt =
                    nextAttackAt.plus(attacksStarted < plan.firstAttacks() ? plan.firstPause() : plan.laterPause());
        }
    }

    private void begin(Activity activity) {
        enqueue(activity, activities++);
    }

    private void enqueue(Activity activity, int number) {
        activity.nextAt().ifPresent(at -> due.add(new Due(at, number, activity)));
    }
}
