/** What operators decide: the settings document and devices. */
@NullMarked
package io.activedefense.contracts.settings;

import org.jspecify.annotations.NullMarked;
