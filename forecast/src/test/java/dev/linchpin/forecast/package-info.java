@NullMarked
package dev.linchpin.forecast;

import org.jspecify.annotations.NullMarked;
