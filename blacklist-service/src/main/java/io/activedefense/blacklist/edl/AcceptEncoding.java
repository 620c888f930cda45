// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.edl;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Accept-Encoding} (RFC 9110, 12.5.3) for the one question that we have. */
final class AcceptEncoding {
    private double gzip = -1;
    private double identity = -1;
    private double rest = -1;

    private AcceptEncoding() {}

    /** Whether gzip is asked for, and liked no less than plain text. */
    static boolean prefersGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        var accepted = new AcceptEncoding();
        for (String coding : header.split(",", -1)) {
            accepted.add(coding.split(";", -1));
        }
        return accepted.prefersGzip();
    }

    private void add(String[] coding) {
        double weight = weight(coding);
        switch (coding[0].strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> gzip = weight;
            case "identity" -> identity = weight;
            case "*" -> rest = weight;
            default -> {
                // another coding: we don't have it
            }
        }
    }

    private boolean prefersGzip() {
        if (gzip < 0) {
            return rest > 0 && identity == 0;
        }
        return gzip > 0 && gzip >= identity;
    }

    /** An unreadable weight accepts nothing: plain text is always right. */
    private static double weight(String[] coding) {
        for (int i = 1; i < coding.length; i++) {
            String parameter = coding[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                String value = parameter.substring(2);
                return value.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(value) : 0;
            }
        }
        return 1;
    }
}
