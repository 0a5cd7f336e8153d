@NullMarked
package dev.linchpin.forecast.internal;

import org.jspecify.annotations.NullMarked;
