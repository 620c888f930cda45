// SPDX-License-Identifier: Apache-2.0
package io.activedefense.rules;

import io.activedefense.contracts.event.FirewallEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers contexts as they come, up to {@link #MOST}; all others are number 0, {@link SightingContext#UNKNOWN}, because
 * who can send syslog can make up devices. Not thread-safe.
 */
public final class InternedContexts implements SightingContexts {
    /** The most contexts that are told apart. */
    public static final int MOST = 65_536;

    private final Map<SightingContext, Integer> numbers = new HashMap<>();
    private final List<SightingContext> contexts = new ArrayList<>();

    public InternedContexts() {
        add(SightingContext.UNKNOWN);
    }

    @Override
    public int of(FirewallEvent event) {
        var context = SightingContext.of(event);
        Integer number = numbers.get(context);
        return number != null ? number : contexts.size() < MOST ? add(context) : 0;
    }

    @Override
    public SightingContext get(int number) {
        return number < contexts.size() ? contexts.get(number) : SightingContext.UNKNOWN;
    }

    public int size() {
        return contexts.size();
    }

    /** Puts a context back under the number that it had; the numbers between are unknown until they come back too. */
    public void restore(int number, SightingContext context) {
        while (contexts.size() <= number) {
            contexts.add(SightingContext.UNKNOWN);
        }
        contexts.set(number, context);
        numbers.put(context, number);
    }

    private int add(SightingContext context) {
        int number = contexts.size();
        contexts.add(context);
        numbers.put(context, number);
        return number;
    }
}
