/// The application: one package per module; `App` starts it.
@NullMarked
package dev.linchpin;

import org.jspecify.annotations.NullMarked;
