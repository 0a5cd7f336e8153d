/// Pages of service levels, on-call rotas, monitors and major incidents.
@NullMarked
package dev.linchpin.helpdesk.levels.web;

import org.jspecify.annotations.NullMarked;
