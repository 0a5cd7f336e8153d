/// Measurements of the engine, not tests: nothing here decides whether a build passes.
@NullMarked
package dev.linchpin.bench;

import org.jspecify.annotations.NullMarked;
