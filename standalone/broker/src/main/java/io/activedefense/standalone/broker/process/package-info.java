/** What runs in the broker's process, beside Kafka itself. */
@NullMarked
package io.activedefense.standalone.broker.process;

import org.jspecify.annotations.NullMarked;
