// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.loop;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Is there only in an instance that keeps the list, and not in one that files log records alone. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Requires(property = KeepsTheList.PROPERTY, notEquals = "false")
public @interface KeepsTheList {
    String PROPERTY = "active-defense.blacklist-service.list.enabled";
}
