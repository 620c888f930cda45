// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all recipients.
 *
 * @param pageUrl where readers find the page, for links; absent: without links
 * @param groupSeconds a recipient gets at most one notice of addresses and one of alarms in this time, 10 to 86,400
 */
public record NotificationSettings(@Nullable String pageUrl, int groupSeconds) {
    public static final NotificationSettings DEFAULTS = new NotificationSettings(null, 60);

    private static final int LONGEST_URL = 300;
    private static final int LEAST = 10;
    private static final int MOST = 86_400;
    private static final Pattern SCHEME = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
    private static final String AN_ADDRESS = "an address such as https://defense.example.com, of up to " + LONGEST_URL
            + " characters, with no user, question or fragment";

    public NotificationSettings {
        if (groupSeconds < LEAST || groupSeconds > MOST) {
            throw new InvalidSettingException("groupSeconds", groupSeconds, "in " + LEAST + " to " + MOST);
        }
        pageUrl = pageUrl == null ? null : accepted(pageUrl);
    }

    public Page page() {
        return new Page(pageUrl == null ? null : URI.create(pageUrl));
    }

    Duration groupInterval() {
        return Duration.ofSeconds(groupSeconds);
    }

    private static String accepted(String text) {
        URI url = parsed(text);
        boolean plain = url.getHost() != null
                && url.getScheme() != null
                && SCHEME.matcher(url.getScheme()).matches()
                && url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        if (!plain || text.length() > LONGEST_URL) {
            throw refused(text);
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static URI parsed(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw refused(text);
        }
    }

    private static InvalidSettingException refused(String text) {
        String value = text.length() > LONGEST_URL ? text.length() + " characters" : "'" + text + "'";
        return new InvalidSettingException("pageUrl", value, AN_ADDRESS);
    }
}
