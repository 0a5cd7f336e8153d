/// Pages of the help desk: the list of tickets, a ticket, and the import.
@NullMarked
package dev.linchpin.helpdesk.web;

import org.jspecify.annotations.NullMarked;
