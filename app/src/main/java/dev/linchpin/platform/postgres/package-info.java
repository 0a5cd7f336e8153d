/// The PostgreSQL that comes along: unpacked from its binaries, started on loopback, stopped with
/// us.
@NullMarked
package dev.linchpin.platform.postgres;

import org.jspecify.annotations.NullMarked;
