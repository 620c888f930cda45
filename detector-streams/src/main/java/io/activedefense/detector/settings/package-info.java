/** The settings that are in force, as the topic tells. */
@NullMarked
package io.activedefense.detector.settings;

import org.jspecify.annotations.NullMarked;
