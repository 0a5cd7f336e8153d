@NullMarked
package dev.linchpin.forecast.text;

import org.jspecify.annotations.NullMarked;
