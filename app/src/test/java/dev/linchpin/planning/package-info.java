/// Tests of projects, plans and forecasts.
@NullMarked
package dev.linchpin.planning;

import org.jspecify.annotations.NullMarked;
