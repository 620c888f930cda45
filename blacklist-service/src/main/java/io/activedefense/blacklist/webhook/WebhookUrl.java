// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.webhook;

import io.activedefense.blacklist.secret.Secret;
import io.activedefense.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Where webhooks may be told to be. An address that is refused is not repeated: its path may be a secret. */
final class WebhookUrl {
    private static final int LONGEST = 2_000;
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 200;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String ACCEPTED = "an address with http or https and a host, without user and fragment, of up"
            + " to " + LONGEST + " characters";

    private WebhookUrl() {}

    static URI accepted(String text) {
        try {
            URI url = new URI(text);
            boolean whole = text.length() <= LONGEST
                    && url.getScheme() != null
                    && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawFragment() == null;
            if (whole) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    static Secret acceptedSecret(String text) {
        boolean fits = text.length() >= SHORTEST_SECRET
                && text.length() <= LONGEST_SECRET
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (!fits || !isKey(text)) {
            throw new InvalidSettingException(
                    "secret",
                    text.length() + " characters",
                    SHORTEST_SECRET + " to " + LONGEST_SECRET + " visible ASCII characters; behind " + Signature.ENCODED
                            + " Base64");
        }
        return new Secret(text);
    }

    /** Without path and question. */
    static String shown(URI url) {
        boolean more = (url.getRawPath() != null && url.getRawPath().length() > 1) || url.getRawQuery() != null;
        return url.getScheme() + "://" + url.getRawAuthority() + (more ? "/\u2026" : "/");
    }

    private static boolean isKey(String text) {
        try {
            return Signature.key(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static InvalidSettingException refused(String text) {
        return new InvalidSettingException("address", text.length() + " characters", ACCEPTED);
    }
}
