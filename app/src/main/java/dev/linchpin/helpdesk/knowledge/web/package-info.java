/// Pages of what the help desk knows: articles and problems.
@NullMarked
package dev.linchpin.helpdesk.knowledge.web;

import org.jspecify.annotations.NullMarked;
