/// To see it: every page as a picture, from one list of routes.
@NullMarked
package dev.linchpin.look;

import org.jspecify.annotations.NullMarked;
