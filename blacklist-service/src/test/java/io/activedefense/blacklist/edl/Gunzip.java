// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks what was served packed. */
public final class Gunzip {
    private Gunzip() {}

    public static byte[] of(byte[] packed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        }
    }
}
