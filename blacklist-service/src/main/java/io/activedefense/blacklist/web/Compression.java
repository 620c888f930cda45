// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import jakarta.inject.Singleton;

/**
 * Which answers the server packs on the way out: long JSON and the page. Not what has an entity tag: that names the
 * bytes as they are, and the list is packed already where its poller asked for it. Nor a stream, which would wait in
 * the packer for more.
 */
@Singleton
@Replaces(HttpCompressionStrategy.class)
final class Compression implements HttpCompressionStrategy {
    private static final int WORTH_IT = 1_024;

    @Override
    public boolean isEnabled() {
        return true;
    }

    /** More than a packed block of the encoder takes at worst; with less, an answer never leaves. */
    @Override
    public int getMaxZstdEncodeSize() {
        return NettyHttpServerConfiguration.DEFAULT_MAX_ZSTD_ENCODE_SIZE;
    }

    @Override
    public boolean shouldCompress(HttpResponse response) {
        String type = response.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        return !type.startsWith(MediaType.TEXT_EVENT_STREAM)
                && !response.headers().contains(HttpHeaderNames.ETAG)
                && HttpUtil.getContentLength(response, WORTH_IT) >= WORTH_IT
                && (type.contains("json") || type.contains("javascript") || type.startsWith("text/"));
    }
}
