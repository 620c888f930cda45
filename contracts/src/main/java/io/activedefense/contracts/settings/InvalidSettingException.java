// SPDX-License-Identifier: Apache-2.0
package io.activedefense.contracts.settings;

import java.io.Serial;

/** A setting outside what is accepted: names the field, the value and the accepted range. */
public final class InvalidSettingException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String field;
    private final String value;
    private final String accepted;

    public InvalidSettingException(String field, Object value, String accepted) {
        super(field + ": " + value + " is not accepted; it must be " + accepted);
        this.field = field;
        this.value = String.valueOf(value);
        this.accepted = accepted;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String accepted() {
        return accepted;
    }

    static int inRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidSettingException(field, value, "in " + least + " to " + most);
        }
        return value;
    }
}
