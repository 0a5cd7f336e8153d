package dev.linchpin.planning.planfile;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Shift;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.planfile.PlanFile.Amount;
import dev.linchpin.planning.planfile.PlanFile.Assigned;
import dev.linchpin.planning.planfile.PlanFile.Dates;
import dev.linchpin.planning.planfile.PlanFile.Item;
import dev.linchpin.planning.planfile.PlanFile.Mark;
import dev.linchpin.planning.planfile.PlanFile.ResourceKind;
import dev.linchpin.planning.planfile.PlanFile.Wish;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns the leaves of a plan file into the engine's tasks.
final class ItemTasks {
  /// Below this share of a person nothing is left to plan with.
  private static final double LEAST_SHARE = 0.001;

  /// Work and duration are rounded in files; below this difference they agree.
  private static final double ROUNDED = 0.99;

  private final PlanFile file;
  private final WorkCalendar calendar;
  private final Set<String> people = new HashSet<>();
  private final List<Item> withoutEstimate = new ArrayList<>();

  ItemTasks(PlanFile file, WorkCalendar calendar) {
    this.file = file;
    this.calendar = calendar;
    file.resources().stream()
        .filter(resource -> resource.kind() == ResourceKind.WORK)
        .forEach(resource -> people.add(resource.id()));
  }

  List<Finding> findings() {
    return withoutEstimate.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                Finding.Code.NO_ESTIMATE,
                Losses.tasks(withoutEstimate.size())
                    + " without a duration: counted as taking no time. Estimate them.",
                Losses.ids(withoutEstimate)));
  }

  Task task(Item item) {
    Work work = work(item);
    return new Task(
        new TaskId(item.id()),
        item.name(),
        work,
        work instanceof Work.None ? List.of() : assignments(item),
        constraint(item),
        progress(item, work),
        item.calendar() == null ? null : new CalendarId(item.calendar()),
        item.deadline());
  }

  private Work work(Item item) {
    Amount duration = item.duration();
    if (duration != null) {
      return duration.time().isZero() || duration.time().isNegative()
          ? new Work.None()
          : timed(duration.time(), duration.elapsed());
    }
    Duration between = between(item.planned());
    if (between.isPositive()) {
      return timed(between, false);
    }
    if (item.work() != null && item.work().isPositive() && !assignments(item).isEmpty()) {
      return new Work.Effort(new Estimate.Single(item.work()));
    }
    if (item.kind() == PlanFile.Kind.TASK) {
      withoutEstimate.add(item);
    }
    return new Work.None();
  }

  private static Work timed(Duration time, boolean elapsed) {
    var estimate = new Estimate.Single(time);
    return elapsed ? new Work.Elapsed(estimate) : new Work.Working(estimate);
  }

  /// Working time between two dates, where the file gives dates and no duration.
  private Duration between(Dates dates) {
    if (dates.start() == null || dates.finish() == null) {
      return Duration.ZERO;
    }
    long minutes = 0;
    LocalDate last = dates.finish().toLocalDate();
    for (LocalDate day = dates.start().toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
      for (Shift shift : calendar.on(day)) {
        LocalDateTime from = latest(day.atStartOfDay().plusMinutes(shift.from()), dates.start());
        LocalDateTime to = day.atStartOfDay().plusMinutes(shift.to());
        LocalDateTime end = to.isAfter(dates.finish()) ? dates.finish() : to;
        minutes += Math.max(0, Duration.between(from, end).toMinutes());
      }
    }
    return Duration.ofMinutes(minutes);
  }

  private static LocalDateTime latest(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Assignment> assignments(Item item) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Assigned assigned : item.assignments()) {
      String person = assigned.resource();
      if (person != null && people.contains(person)) {
        shares.merge(person, share(item, assigned), Double::sum);
      }
    }
    return shares.entrySet().stream()
        .map(entry ->
            new Assignment(
                new PersonId(entry.getKey()), Math.clamp(entry.getValue(), LEAST_SHARE, 10_000)))
        .toList();
  }

  /// The units, or less where the work on the task needs less: 8 hours on a task of 5 days.
  private static double share(Item item, Assigned assigned) {
    double units = assigned.units() > 0 ? assigned.units() : 1;
    Amount duration = item.duration();
    if (duration == null || assigned.work() == null || !assigned.work().isPositive()) {
      return units;
    }
    double mean = (double) assigned.work().toMinutes() / Math.max(1, duration.time().toMinutes());
    return mean < units * ROUNDED ? mean : units;
  }

  /// Dates that were typed, or come from another plan, are kept.
  private static Constraint constraint(Item item) {
    boolean fixed = item.is(Mark.BY_HAND) || item.is(Mark.ELSEWHERE);
    LocalDateTime start = item.planned().start();
    return fixed && start != null ? new Constraint.StartOn(start) : constraint(item.wish());
  }

  static Constraint constraint(Wish wish) {
    LocalDateTime at = wish.at();
    if (at == null) {
      return wish.kind() == PlanFile.WishKind.AS_LATE_AS_POSSIBLE
          ? new Constraint.AsLateAsPossible()
          : new Constraint.AsSoonAsPossible();
    }
    return switch (wish.kind()) {
      case AS_SOON_AS_POSSIBLE -> new Constraint.AsSoonAsPossible();
      case AS_LATE_AS_POSSIBLE -> new Constraint.AsLateAsPossible();
      case START_NOT_BEFORE -> new Constraint.StartNotBefore(at);
      case FINISH_NOT_BEFORE -> new Constraint.FinishNotBefore(at);
      case START_NOT_AFTER -> new Constraint.StartNotAfter(at);
      case FINISH_NOT_AFTER -> new Constraint.FinishNotAfter(at);
      case START_ON -> new Constraint.StartOn(at);
      case FINISH_ON -> new Constraint.FinishOn(at);
    };
  }

  private Progress progress(Item item, Work work) {
    LocalDateTime start = first(item.actual().start(), item.planned().start(), file.start());
    if (item.actual().finish() != null || item.percent() >= 100) {
      LocalDateTime finish = first(item.actual().finish(), item.planned().finish(), start);
      return new Progress.Done(start, latest(start, finish));
    }
    boolean begun = item.actual().start() != null || item.percent() > 0;
    return begun && !(work instanceof Work.None)
        ? new Progress.Started(start, remaining(item, work))
        : new Progress.NotStarted();
  }

  private static Duration remaining(Item item, Work work) {
    Duration whole = whole(work);
    Duration left =
        switch (work) {
          case Work.Effort _ -> item.remainingWork();
          case Work.Working _, Work.Elapsed _ ->
              item.remaining() == null ? null : item.remaining().time();
          case Work.None _ -> Duration.ZERO;
        };
    Duration byPercent =
        Duration.ofMinutes(Math.round(whole.toMinutes() * (100 - item.percent()) / 100));
    return left == null || left.isNegative() ? byPercent : left;
  }

  private static Duration whole(Work work) {
    return switch (work) {
      case Work.Effort effort -> effort.hours().likely();
      case Work.Working working -> working.time().likely();
      case Work.Elapsed elapsed -> elapsed.time().likely();
      case Work.None _ -> Duration.ZERO;
    };
  }

  private static LocalDateTime first(
      @Nullable LocalDateTime one, @Nullable LocalDateTime other, LocalDateTime last) {
    return one != null ? one : other != null ? other : last;
  }
}
