/// Offenders the guards must find; never used.
@NullMarked
package dev.linchpin.guard.seeded;

import org.jspecify.annotations.NullMarked;
