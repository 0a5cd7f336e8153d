/// Tests of the application as a whole, and what tests share.
@NullMarked
package dev.linchpin;

import org.jspecify.annotations.NullMarked;
