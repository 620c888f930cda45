/** Made-up firewall logs and the truth about them; text and time only, no product code. */
@NullMarked
package io.activedefense.bench.traffic;

import org.jspecify.annotations.NullMarked;
