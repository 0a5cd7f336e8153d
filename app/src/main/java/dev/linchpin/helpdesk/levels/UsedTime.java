package dev.linchpin.helpdesk.levels;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much counted time a ticket has used, from its opening on. Time that is paused is not used.
final class UsedTime {
  private final List<Stretch> stretches;

  private UsedTime(List<Stretch> stretches) {
    this.stretches = List.copyOf(stretches);
  }

  /// @param to null for the last: it goes on
  /// @param before what was used when it began
  private record Stretch(
      Instant from, @Nullable Instant to, boolean runs, ServiceHours hours, Duration before) {
    Duration until(Instant at) {
      Instant end = to == null || at.isBefore(to) ? at : to;
      return runs ? before.plus(hours.between(from, end)) : before;
    }

    Optional<Instant> reached(Duration used) {
      return runs ? hours.after(from, used.minus(before)) : Optional.empty();
    }
  }

  /// @param moments in the order of time, the opening first
  /// @param pauses whether waiting stops it; where not, only the end does
  static UsedTime of(List<Moment> moments, boolean pauses) {
    var stretches = new ArrayList<Stretch>();
    Duration used = Duration.ZERO;
    for (int i = 0; i < moments.size(); i++) {
      Moment moment = moments.get(i);
      Instant to = i + 1 < moments.size() ? moments.get(i + 1).at() : null;
      boolean runs = pauses ? moment.isRunning() : moment.state().isOpen();
      var stretch = new Stretch(moment.at(), to, runs, hours(moments, i), used);
      stretches.add(stretch);
      used = to == null ? used : stretch.until(to);
    }
    return new UsedTime(stretches);
  }

  /// Before a service level fits, the hours of the first one that will.
  private static ServiceHours hours(List<Moment> moments, int index) {
    for (Moment moment : moments.subList(index, moments.size())) {
      Terms terms = moment.terms();
      if (terms != null) {
        return terms.hours();
      }
    }
    return ServiceHours.ALWAYS;
  }

  /// @param index of a moment
  Duration before(int index) {
    return stretches.get(index).before();
  }

  /// What was used when the last moment came.
  Duration last() {
    return stretches.getLast().before();
  }

  Duration until(Instant at) {
    Duration used = Duration.ZERO;
    for (Stretch stretch : stretches) {
      if (!stretch.from().isAfter(at)) {
        used = stretch.until(at);
      }
    }
    return used;
  }

  /// The first moment at which this much is used, as things stand; empty when it is paused before.
  Optional<Instant> reached(Duration used) {
    for (Stretch stretch : stretches) {
      Instant to = stretch.to();
      if (to == null || stretch.until(to).compareTo(used) >= 0) {
        Optional<Instant> at = stretch.reached(used);
        if (at.isPresent() || to == null) {
          return at;
        }
      }
    }
    return Optional.empty();
  }
}
