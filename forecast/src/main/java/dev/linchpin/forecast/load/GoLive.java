package dev.linchpin.forecast.load;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// A day on which something new is used for the first time, past or planned.
///
/// @param about what it touches, like the names of services; two that share one are alike
public record GoLive(LocalDate day, Set<String> about) {
  public GoLive {
    about = Set.copyOf(about);
  }

  boolean isLike(GoLive other) {
    return !Collections.disjoint(about, other.about);
  }

  /// Those before this one that are alike.
  List<LocalDate> before(List<GoLive> all) {
    return all.stream()
        .filter(one -> one.day().isBefore(day) && isLike(one))
        .map(GoLive::day)
        .toList();
  }
}
