package dev.linchpin.planning;

import java.time.LocalDate;
import java.util.Set;

/// When something of a project is used for the first time.
///
/// @param day on which it was reached, else on which it is most likely reached
/// @param topics what the project asks people to know: services, mostly
public record GoLiveDay(
    TaskRef ref, String name, LocalDate day, boolean reached, Set<String> topics) {
  public GoLiveDay {
    topics = Set.copyOf(topics);
  }
}
