/** The list that firewalls poll: its text, its copy on disk, and what HTTP's conditions mean for it. No framework. */
@NullMarked
package io.activedefense.blacklist.edl;

import org.jspecify.annotations.NullMarked;
