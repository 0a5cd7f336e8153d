/// Pages of planning: the list of projects, a project's plan and forecast, the import of plans.
@NullMarked
package dev.linchpin.planning.web;

import org.jspecify.annotations.NullMarked;
