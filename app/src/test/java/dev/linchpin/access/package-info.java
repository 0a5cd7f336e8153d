/// Tests of access, and accounts for the tests of others.
@NullMarked
package dev.linchpin.access;

import org.jspecify.annotations.NullMarked;
