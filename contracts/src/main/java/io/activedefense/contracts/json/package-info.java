/** How records become JSON and back, once for every topic and file. */
@NullMarked
package io.activedefense.contracts.json;

import org.jspecify.annotations.NullMarked;
