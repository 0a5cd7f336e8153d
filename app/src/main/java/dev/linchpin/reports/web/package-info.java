/// Pages of reports.
@NullMarked
package dev.linchpin.reports.web;

import org.jspecify.annotations.NullMarked;
