/** Topics with their serdes and configuration, and how to reach the broker. */
@NullMarked
package io.activedefense.contracts.kafka;

import org.jspecify.annotations.NullMarked;
