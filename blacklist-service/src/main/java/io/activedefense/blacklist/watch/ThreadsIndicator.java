// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.watch;

import io.activedefense.blacklist.loop.LoopRunner;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Liveness;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether every thread of the service is alive: one that ended can only be had back by a restart. */
@Liveness
public final class ThreadsIndicator extends AbstractHealthIndicator<Map<String, Object>> {
    private final List<LoopRunner> runners;

    public ThreadsIndicator(List<LoopRunner> runners) {
        this.runners = List.copyOf(runners);
    }

    @Override
    protected String getName() {
        return "threads";
    }

    @Override
    protected Map<String, Object> getHealthInformation() {
        boolean alive = runners.stream().allMatch(LoopRunner::isRunning);
        healthStatus = alive ? HealthStatus.UP : HealthStatus.DOWN;
        var details = new TreeMap<String, Object>();
        runners.forEach(runner -> details.put(runner.name(), told(runner)));
        return details;
    }

    private static String told(LoopRunner runner) {
        String doing = runner.isRunning() ? "running" : "ended";
        return runner.failure()
                .map(failure -> doing + ", hindered: " + failure.message())
                .orElse(doing);
    }
}
