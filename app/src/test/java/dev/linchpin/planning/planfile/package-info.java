@NullMarked
package dev.linchpin.planning.planfile;

import org.jspecify.annotations.NullMarked;
