// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection that takes too long: for the head of a request, from the connection's begin or the answer before;
 * for its body; or to take what it is sent. While an answer is being made it has all the time.
 */
final class Patience extends ChannelDuplexHandler {
    private static final int LOOKS = 4;

    /** A long list over a slow line takes longer than a request. */
    private static final int LONGER_FOR_ANSWERS = 4;

    private final Connections<Channel> connections;
    private final long nanos;
    private long since = System.nanoTime();
    private int unanswered;
    private int unread;
    private int unwritten;

    Patience(Connections<Channel> connections, Duration patience) {
        this.connections = connections;
        this.nanos = patience.toNanos();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().closeFuture().addListener(closed -> connections.remove(context.channel()));
        lookAgain(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            if (request.decoderResult().isFailure()
                    && isTooLong(request.decoderResult().cause())) {
                refuse(context, request);
                return;
            }
            unanswered++;
            unread++;
            since = System.nanoTime();
            connections.asked(context.channel());
        }
        if (message instanceof LastHttpContent) {
            unread = Math.max(0, unread - 1);
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        unwritten++;
        since = System.nanoTime();
        boolean whole = message instanceof LastHttpContent && !isInformational(message);
        context.write(message, promise.unvoid()).addListener(written -> {
            unwritten--;
            since = System.nanoTime();
            if (whole && --unanswered <= 0) {
                connections.answered(context.channel());
            }
        });
    }

    private void lookAgain(ChannelHandlerContext context) {
        context.executor()
                .schedule(() -> look(context), nanos / LOOKS, TimeUnit.NANOSECONDS)
                .addListener(looked -> {
                    if (looked.cause() != null && !looked.isCancelled()) {
                        context.fireExceptionCaught(looked.cause());
                    }
                });
    }

    private void look(ChannelHandlerContext context) {
        if (!context.channel().isOpen()) {
            return;
        }
        if (System.nanoTime() - since > allowed()) {
            context.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else {
            lookAgain(context);
        }
    }

    private long allowed() {
        if (unwritten > 0) {
            return nanos * LONGER_FOR_ANSWERS;
        }
        return unread > 0 || unanswered <= 0 ? nanos : Long.MAX_VALUE;
    }

    private static boolean isTooLong(Throwable cause) {
        return cause instanceof TooLongHttpHeaderException || cause instanceof TooLongHttpLineException;
    }

    /** The framework would say that the body is too large. */
    private static void refuse(ChannelHandlerContext context, HttpRequest request) {
        boolean line = request.decoderResult().cause() instanceof TooLongHttpLineException;
        ReferenceCountUtil.release(request);
        HttpResponseStatus status =
                line ? HttpResponseStatus.REQUEST_URI_TOO_LONG : HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
        byte[] problem = "{\"title\":\"%s\",\"status\":%d,\"detail\":\"The head of the request is too long.\"}"
                .formatted(status.reasonPhrase(), status.code())
                .getBytes(UTF_8);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(problem));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaderNames.CONTENT_LENGTH, problem.length)
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
