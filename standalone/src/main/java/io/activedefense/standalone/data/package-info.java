/** What an installation keeps on disk: the folder, its lock and version, its secrets, the ports it took. */
@NullMarked
package io.activedefense.standalone.data;

import org.jspecify.annotations.NullMarked;
