/// Pages that belong to no other module: errors, help, keys, places that are still empty.
@NullMarked
package dev.linchpin.web.pages;

import org.jspecify.annotations.NullMarked;
