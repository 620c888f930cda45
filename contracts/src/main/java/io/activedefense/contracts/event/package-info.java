/**
 * The firewall event and its bytes. {@link io.activedefense.contracts.event.FirewallEvent} reads its fields in place;
 * {@link io.activedefense.contracts.event.FirewallEventWriter} is the only thing that lays them out.
 */
@NullMarked
package io.activedefense.contracts.event;

import org.jspecify.annotations.NullMarked;
