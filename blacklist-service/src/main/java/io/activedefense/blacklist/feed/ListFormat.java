// SPDX-License-Identifier: Apache-2.0
package io.activedefense.blacklist.feed;

import java.util.List;

/** How a list is written. A further one is a class, and a line in {@link ListFormats}. */
public interface ListFormat {
    /** Its name in a feed's definition. */
    String id();

    /** What the name of its file ends in, without the dot. */
    String extension();

    /** As the header of the answer has it. */
    String contentType();

    /** The whole list. The same lines are the same bytes. */
    byte[] write(List<Line> lines);
}
