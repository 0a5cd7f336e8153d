/// Measurements that need the whole application or its database: `bin/bench desk`, `bin/bench
/// suggest`. Nothing here decides whether a build passes.
@NullMarked
package dev.linchpin.measure;

import org.jspecify.annotations.NullMarked;
