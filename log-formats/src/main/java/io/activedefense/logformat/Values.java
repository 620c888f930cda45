// SPDX-License-Identifier: Apache-2.0
package io.activedefense.logformat;

/** Where the values of one line stand, as its format found them. Reusable. */
final class Values {
    // Of every format. In the order of the configured one, which is what makes it safe to read.
    static final int SOURCE_LOCATION = 0;
    static final int SOURCE_ADDRESS = 1;
    static final int SOURCE_PORT = 2;
    static final int SOURCE_USER = 3;
    static final int DESTINATION_LOCATION = 4;
    static final int DESTINATION_ADDRESS = 5;
    static final int DESTINATION_PORT = 6;
    static final int ACTION = 7;
    static final int RULE_NAME = 8;
    static final int RULE_ID = 9;
    static final int TIME_RECEIVED = 10;
    static final int THREAT_NAME = 11;
    static final int THREAT_ID = 12;
    static final int SEVERITY = 13;
    static final int SUBTYPE = 14;
    static final int LOG_TYPE = 15;

    /** From here on are those that a line may lack. */
    static final int FURTHER = 16;

    static final int PROTOCOL = 16;
    static final int APPLICATION = 17;
    static final int SOURCE_ZONE = 18;
    static final int DESTINATION_ZONE = 19;
    static final int SERIAL = 20;
    static final int SEQUENCE_NUMBER = 21;
    static final int DEVICE_NAME = 22;
    static final int SESSION_END_REASON = 23;
    static final int PACKETS_RECEIVED = 24;
    static final int REPEAT_COUNT = 25;
    static final int SOURCE_EDL = 26;
    static final int DIRECTION = 27;
    static final int HIGH_RESOLUTION_TIME = 28;

    static final int COUNT = 29;

    private static final byte[] NO_BYTES = {};

    private final int[] from = new int[COUNT];
    private final int[] to = new int[COUNT];
    private byte[] bytes = NO_BYTES;
    private int further;

    /** Forgets the further values of the line before; the others are always put anew. */
    void begin(byte[] line) {
        bytes = line;
        further = 0;
    }

    void put(int key, int valueFrom, int valueTo) {
        from[key] = valueFrom;
        to[key] = valueTo;
    }

    /** As {@link #put}, of a value that a line may lack; false if the line has had it already. */
    boolean putFurther(int key, int valueFrom, int valueTo) {
        boolean first = !has(key);
        further |= 1 << key;
        put(key, valueFrom, valueTo);
        return first;
    }

    void putNothing(int key) {
        put(key, 0, 0);
    }

    boolean hasFurther() {
        return further != 0;
    }

    /** Whether the line has the further value. */
    boolean has(int key) {
        return (further & 1 << key) != 0;
    }

    /** The places are now in these bytes. */
    void moveTo(byte[] copy) {
        bytes = copy;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int key) {
        return from[key];
    }

    int to(int key) {
        return to[key];
    }
}
