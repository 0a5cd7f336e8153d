/// The repository checks itself: each rule here has something it must find.
@NullMarked
package dev.linchpin.guard;

import org.jspecify.annotations.NullMarked;
