/** Which sources are on the blacklist, as the topic tells. */
@NullMarked
package io.activedefense.detector.listed;

import org.jspecify.annotations.NullMarked;
