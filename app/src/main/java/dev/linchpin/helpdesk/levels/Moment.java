package dev.linchpin.helpdesk.levels;

import dev.linchpin.helpdesk.TicketState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a ticket stood from a moment on, as far as its targets ask.
///
/// @param terms null while no service level fits
public record Moment(Instant at, TicketState state, @Nullable Terms terms) {
  /// Whether counted time goes on towards the resolution.
  boolean isRunning() {
    return switch (state) {
      case NEW, OPEN -> true;
      case WAITING, WAITING_FOR_CALLER, RESOLVED, CLOSED -> false;
      case WAITING_FOR_VENDOR -> terms != null && !terms.vendorPauses();
    };
  }
}
