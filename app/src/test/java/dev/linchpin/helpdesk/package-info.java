/// Tests of the help desk: reading ticket files, the hours they took, keeping them, the pages.
@NullMarked
package dev.linchpin.helpdesk;

import org.jspecify.annotations.NullMarked;
