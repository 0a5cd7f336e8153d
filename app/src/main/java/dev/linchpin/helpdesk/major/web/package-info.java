/// The page of a major incident, and the line about it above all pages of the help desk.
@NullMarked
package dev.linchpin.helpdesk.major.web;

import org.jspecify.annotations.NullMarked;
