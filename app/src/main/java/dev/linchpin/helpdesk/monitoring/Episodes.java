package dev.linchpin.helpdesk.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What the signals of one check come to: the same for the same signals, in whatever order.
public final class Episodes {
  /// A check that fails again within this time was never well: it flaps, and stays one ticket.
  public static final Duration QUIET = Duration.ofHours(1);

  private Episodes() {}

  public static List<Episode> of(Collection<Signal> signals) {
    var episodes = new ArrayList<Episode>();
    for (Signal signal : signals.stream().sorted(Signal.ORDER).toList()) {
      Episode last = episodes.isEmpty() ? null : episodes.getLast();
      Instant ends = last == null ? null : last.ends();
      if (!signal.problem()) {
        if (last != null && ends == null) {
          episodes.set(episodes.size() - 1, last.fine(signal.at()));
        }
      } else if (last == null || ends != null && signal.at().isAfter(ends.plus(QUIET))) {
        episodes.add(new Episode(signal.at(), null, 1, signal.severity(), signal));
      } else {
        episodes.set(
            episodes.size() - 1, ends == null ? last.stillFails(signal) : last.failedAgain(signal));
      }
    }
    return episodes;
  }
}
