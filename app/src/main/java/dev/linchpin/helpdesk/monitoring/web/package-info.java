/// The address monitoring systems send to, and the page with their tokens.
@NullMarked
package dev.linchpin.helpdesk.monitoring.web;

import org.jspecify.annotations.NullMarked;
