/** What tests of this module share: real servers, a clock of their own, and how they speak of detections. */
@NullMarked
package io.activedefense.blacklist.testing;

import org.jspecify.annotations.NullMarked;
