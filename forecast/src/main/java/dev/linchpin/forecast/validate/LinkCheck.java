package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Task;
import java.time.LocalDateTime;
import java.util.List;

/// Links with their lags, as a person with a calendar would count them.
final class LinkCheck {
  private final PlanFacts facts;
  private final Schedule schedule;
  private final List<Violation> violations;

  LinkCheck(PlanFacts facts, Schedule schedule, List<Violation> violations) {
    this.facts = facts;
    this.schedule = schedule;
    this.violations = violations;
  }

  void check(List<Link> links) {
    for (Link link : links) {
      Placed from = schedule.tasks().get(link.from());
      Placed to = schedule.tasks().get(link.to());
      Task waits = facts.tasks.get(link.to());
      if (from != null && to != null && waits != null && binds(link, waits)) {
        check(link, from, waits, to);
      }
    }
  }

  private static boolean toFinish(Link link) {
    return link.type() == Link.Type.FINISH_TO_FINISH || link.type() == Link.Type.START_TO_FINISH;
  }

  /// What has begun waits with its start no more; what is pinned never did.
  private static boolean binds(Link link, Task waits) {
    return switch (waits.progress()) {
      case Progress.Done _ -> false;
      case Progress.Started _ -> toFinish(link);
      case Progress.NotStarted _ -> !(waits.constraint() instanceof Constraint.StartOn);
    };
  }

  private void check(Link link, Placed from, Task waits, Placed to) {
    boolean fromStart =
        link.type() == Link.Type.START_TO_START || link.type() == Link.Type.START_TO_FINISH;
    LocalDateTime first = fromStart ? from.start() : from.finish();
    boolean moment = to.start().equals(to.finish());
    LocalDateTime second = toFinish(link) || moment ? WorkCheck.exact(to.finish()) : to.start();
    boolean kept = keeps(link, first, second, waits);
    if (!kept && toFinish(link)) {
      // From the end of one shift to the start of the next nobody could have gone on.
      kept =
          WorkCheck.hours(facts, waits, to).stream()
              .anyMatch(hours -> keeps(link, first, hours.next(second), waits));
    }
    if (!kept) {
      violations.add(
          new Violation(
              Violation.Rule.LINK,
              waits.id(),
              waits.id() + " at " + second + " breaks " + link + " from " + first));
    }
  }

  private boolean keeps(Link link, LocalDateTime first, LocalDateTime second, Task waits) {
    long lag = link.lag().time().toMinutes();
    if (link.lag().elapsed() || lag == 0) {
      return !second.isBefore(first.plusMinutes(lag));
    }
    WorkHours hours = facts.hours(waits);
    if (lag > 0) {
      return !second.isBefore(first) && hours.minutes(first, second) >= lag;
    }
    return !second.isBefore(first) || hours.minutes(second, first) <= -lag;
  }
}
