/// What every module uses to show a page.
@NullMarked
@NamedInterface("shell")
package dev.linchpin.web.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
