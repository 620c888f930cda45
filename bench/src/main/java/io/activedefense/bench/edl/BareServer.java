// SPDX-License-Identifier: Apache-2.0
package io.activedefense.bench.edl;

import io.activedefense.blacklist.edl.EdlSnapshot;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.nio.file.Path;

/** What the service would be if it did nothing but compare one tag and send one body: the limit of its library. */
public final class BareServer {
    private BareServer() {}

    public static void main(String[] args) throws InterruptedException {
        EdlSnapshot snapshot = KeptList.in(Path.of(args[0]).resolve("bare"), EdlCommand.ENTRIES);
        var handler = new Answers(snapshot);
        var group = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 16), handler);
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    @Sharable
    private static final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final EdlSnapshot snapshot;

        Answers(EdlSnapshot snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the load notices what does not arrive
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            EdlSnapshot.Representation packed = snapshot.gzip();
            boolean has = packed.etag().equals(request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
            var answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    has ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                    has ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(packed.bytes()));
            answer.headers().set(HttpHeaderNames.ETAG, packed.etag());
            if (!has) {
                answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, packed.bytes().length);
            }
            context.writeAndFlush(answer);
        }
    }
}
