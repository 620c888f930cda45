/** Detections that wait for an operator's word; plain Java and a port. */
@NullMarked
package io.activedefense.blacklist.review;

import org.jspecify.annotations.NullMarked;
