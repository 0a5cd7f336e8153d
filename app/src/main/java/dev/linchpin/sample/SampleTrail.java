package dev.linchpin.sample;

import dev.linchpin.forecast.Progress;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells the audit trail what happened between two states of a sample plan, when it happened and by
/// whom, as if people had reported it.
@Component
class SampleTrail {
  private final Plans plans;
  private final Audit audit;
  private final Zone zone;

  SampleTrail(Plans plans, Audit audit, Zone zone) {
    this.plans = plans;
    this.audit = audit;
    this.zone = zone;
  }

  private record Line(LocalDateTime at, String what, String ref, String detail) {}

  /// Puts a plan in the place of the one that was there.
  ///
  /// @param at the moment of which the plan is
  /// @param by the go-to of its project
  void put(ProjectPlan plan, LocalDateTime at, String by) {
    List<PlannedTask> before = plans.tasks(plan.project());
    plans.put(plan);
    lines(before, plan, at).sorted(Comparator.comparing(Line::at)).forEach(line -> tell(line, by));
  }

  private void tell(Line line, String by) {
    audit.add(line.at().atZone(zone.id()).toInstant(), by, line.what(), line.ref(), line.detail());
  }

  private static Stream<Line> lines(List<PlannedTask> before, ProjectPlan plan, LocalDateTime at) {
    LocalDateTime start = plan.start();
    if (plan.tasks().isEmpty()) {
      return Stream.of();
    }
    if (before.isEmpty()) {
      LocalDateTime saved = start == null || start.isAfter(at) ? at : start;
      String size = plan.tasks().size() + " lines";
      return Stream.concat(
          Stream.of(new Line(saved, "saved the plan", plan.project().value(), size)),
          plan.tasks().stream().flatMap(task -> progress(null, task, at)));
    }
    Map<Integer, PlannedTask> known =
        before.stream().collect(Collectors.toMap(PlannedTask::number, Function.identity()));
    boolean changed = known.size() != plan.tasks().size();
    Stream<Line> saved =
        changed
            ? Stream.of(
                new Line(
                    at, "saved the plan", plan.project().value(), plan.tasks().size() + " lines"))
            : Stream.of();
    return Stream.concat(
        saved, plan.tasks().stream().flatMap(task -> progress(known.get(task.number()), task, at)));
  }

  private static Stream<Line> progress(
      @Nullable PlannedTask before, PlannedTask task, LocalDateTime at) {
    String ref = task.ref().toString();
    Progress was = before == null ? new Progress.NotStarted() : before.progress();
    if (Objects.equals(was.getClass(), task.progress().getClass())) {
      return Stream.of();
    }
    return switch (task.progress()) {
      case Progress.NotStarted _ -> Stream.of();
      case Progress.Started it ->
          Stream.of(
              new Line(soonest(it.at(), at), "reported progress", ref, task.name() + " began"));
      case Progress.Done it ->
          Stream.of(
              new Line(
                  soonest(it.finish(), at), "reported progress", ref, task.name() + " is done"));
    };
  }

  private static LocalDateTime soonest(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}
