/// How long published projects take when durations are uncertain, under a policy that reacts.
@NullMarked
package dev.linchpin.bench.stochastic;

import org.jspecify.annotations.NullMarked;
