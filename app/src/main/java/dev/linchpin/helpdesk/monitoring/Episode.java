package dev.linchpin.helpdesk.monitoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Trouble of a check, from its first problem until it stays fine.
///
/// @param ends null while the problem lasts
/// @param problems how often it failed after it was fine
/// @param severity the worst that was said
/// @param first what its ticket is about
public record Episode(
    Instant begins, @Nullable Instant ends, int problems, Severity severity, Signal first) {
  Episode failedAgain(Signal signal) {
    return new Episode(begins, null, problems + 1, worse(signal), first);
  }

  Episode stillFails(Signal signal) {
    return new Episode(begins, null, problems, worse(signal), first);
  }

  Episode fine(Instant at) {
    return new Episode(begins, at, problems, severity, first);
  }

  private Severity worse(Signal signal) {
    return signal.severity().isWorseThan(severity) ? signal.severity() : severity;
  }
}
