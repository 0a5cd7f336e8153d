/// Tests of planning's pages.
@NullMarked
package dev.linchpin.planning.web;

import org.jspecify.annotations.NullMarked;
