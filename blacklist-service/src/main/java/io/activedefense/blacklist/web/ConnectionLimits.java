// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.activedefense.blacklist.web.Connections.Admission;
import io.activedefense.contracts.address.IpAddress;
import io.activedefense.contracts.settings.InvalidSettingException;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.time.Duration;

/** Puts limits on connections: how many there may be, and for how long one may keep the server waiting. */
@Singleton
final class ConnectionLimits implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String PREFIX = "active-defense.blacklist-service.connections.";

    private final Connections<Channel> connections;
    private final TrustedProxies proxies;
    private final Duration patience;

    ConnectionLimits(
            Callers callers,
            @Property(name = PREFIX + "most", defaultValue = "2000") int most,
            @Property(name = PREFIX + "most-of-an-address", defaultValue = "200") int mostOfOne,
            @Property(name = PREFIX + "patience", defaultValue = "PT30S") Duration patience) {
        this.connections = new Connections<>(positive("most", most), positive("most-of-an-address", mostOfOne));
        this.proxies = callers.proxies();
        this.patience = patience;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new NettyServerCustomizer() {
            @Override
            public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
                return role == ChannelRole.CONNECTION ? new Connected(channel) : this;
            }
        });
        return event.getBean();
    }

    private final class Connected implements NettyServerCustomizer {
        private final Channel channel;

        private Connected(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            channel.pipeline()
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "patience",
                            new Patience(connections, patience));
            if (channel.remoteAddress() instanceof InetSocketAddress remote) {
                IpAddress peer = Callers.read(remote.getAddress().getHostAddress());
                if (!proxies.have(peer)) {
                    admit(peer);
                }
            }
        }

        private void admit(IpAddress peer) {
            switch (connections.admit(channel, peer)) {
                case Admission.Granted<Channel> granted -> granted.instead().ifPresent(ConnectionLimits::close);
                case Admission.Refused<Channel> refused -> close(channel);
            }
        }
    }

    private static void close(Channel channel) {
        channel.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new InvalidSettingException(PREFIX + name, value, "1 or more");
        }
        return value;
    }
}
