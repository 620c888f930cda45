/** The Kafka broker, a process of its own. */
@NullMarked
package io.activedefense.standalone.broker;

import org.jspecify.annotations.NullMarked;
