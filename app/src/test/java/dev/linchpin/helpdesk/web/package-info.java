/// Tests of the help desk's pages, over HTTP.
@NullMarked
package dev.linchpin.helpdesk.web;

import org.jspecify.annotations.NullMarked;
