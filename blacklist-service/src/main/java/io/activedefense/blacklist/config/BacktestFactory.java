// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.config;

import io.activedefense.blacklist.backtest.ArchivedPast;
import io.activedefense.blacklist.backtest.BacktestRunner;
import io.activedefense.blacklist.backtest.Backtests;
import io.activedefense.blacklist.backtest.WhyNot;
import io.activedefense.blacklist.loop.Threads;
import io.activedefense.blacklist.postgres.ArchivePersistence;
import io.activedefense.blacklist.postgres.Persistence;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;

/** Other settings over the archived past. */
@Factory
@Requires(beans = {Persistence.class, ArchivePersistence.class})
final class BacktestFactory {
    @Singleton
    ArchivedPast archivedPast(ArchivePersistence archive) {
        return archive.past();
    }

    @Singleton
    Backtests backtests(Persistence persistence) {
        return persistence.backtests();
    }

    @Singleton
    WhyNot whyNot(ArchivedPast past) {
        return new WhyNot(past);
    }

    @Singleton
    BacktestRunner backtestRunner(Backtests backtests, ArchivedPast past, Threads threads) {
        var executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("blacklist-backtest").daemon().factory());
        threads.endBy(executor::shutdownNow);
        return new BacktestRunner(backtests, past, executor, Clock.systemUTC());
    }
}
