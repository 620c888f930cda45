// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.notification;

import io.activedefense.contracts.settings.InvalidSettingException;
import java.util.regex.Pattern;

/** Addresses of mail: the plain form only, without names, comments, quotes or line ends. */
public final class MailAddress {
    private static final int LONGEST = 254;
    private static final String WORD = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern PLAIN = Pattern.compile(WORD + "(\\." + WORD + ")*@" + LABEL + "(\\." + LABEL + ")*");

    private MailAddress() {}

    /**
     * The address, if it is one.
     *
     * @throws InvalidSettingException if it is not, by the field's name
     */
    public static String accepted(String field, String address) {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            String value = address.length() > LONGEST ? address.length() + " characters" : "'" + address + "'";
            throw new InvalidSettingException(
                    field, value, "a mail address such as soc@example.com, of up to " + LONGEST + " characters");
        }
        return address;
    }
}
