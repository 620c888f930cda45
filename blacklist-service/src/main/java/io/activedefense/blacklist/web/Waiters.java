// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.record.Waiter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** Callers of searches, who have gone when their connection has. */
@Singleton
final class Waiters {
    private final ExecutorService executor;

    Waiters(@Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.executor = executor;
    }

    Waiter of(HttpRequest<?> request) {
        return request instanceof NettyHttpRequest<?> netty
                ? new Connected(netty.getChannelHandlerContext().channel())
                : Waiter.PATIENT;
    }

    private final class Connected implements Waiter {
        private final Channel channel;

        Connected(Channel channel) {
            this.channel = channel;
        }

        @Override
        public boolean hasGone() {
            return !channel.isActive();
        }

        @Override
        public Registration whenGone(Runnable end) {
            ChannelFutureListener listener = closed -> executor.execute(end);
            channel.closeFuture().addListener(listener);
            return () -> channel.closeFuture().removeListener(listener);
        }
    }
}
