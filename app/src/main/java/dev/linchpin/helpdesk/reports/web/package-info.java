/// Pages of what the help desk did.
@NullMarked
package dev.linchpin.helpdesk.reports.web;

import org.jspecify.annotations.NullMarked;
