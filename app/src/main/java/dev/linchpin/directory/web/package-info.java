/// Pages of the directory: people, departments, services, the working calendar.
@NullMarked
package dev.linchpin.directory.web;

import org.jspecify.annotations.NullMarked;
