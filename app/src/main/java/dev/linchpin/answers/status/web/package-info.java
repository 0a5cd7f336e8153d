/// The public status page, its switch, and what is said outside.
@NullMarked
package dev.linchpin.answers.status.web;

import org.jspecify.annotations.NullMarked;
