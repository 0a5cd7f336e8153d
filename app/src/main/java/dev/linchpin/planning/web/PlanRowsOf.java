package dev.linchpin.planning.web;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Link.Type;
import dev.linchpin.forecast.Progress;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.PlannedTask.Kind;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.ScheduleLine;
import dev.linchpin.planning.TaskRef;
import dev.linchpin.planning.Worker;
import dev.linchpin.planning.web.PlanView.Bar;
import dev.linchpin.planning.web.PlanView.Row;
import dev.linchpin.web.shell.Dates;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a plan as its page shows them.
final class PlanRowsOf {
  /// From this share of runs on a task counts as critical.
  private static final double CRITICAL = 0.5;

  private static final int LEVELS = 5;

  private final ProjectKey project;
  private final Map<Integer, PlannedTask> tasks = new HashMap<>();
  private final Map<Integer, List<PlannedTask>> children = new HashMap<>();
  private final Map<Integer, List<PlannedLink>> before = new HashMap<>();
  private final Map<Integer, List<PlannedAssignment>> who = new HashMap<>();
  private final Map<String, RefForecast> forecasts;
  private final Map<String, ScheduleLine> schedule;
  private final StartReason reason = new StartReason(this::task, this::person);
  private final Map<PersonId, Person> people;
  private final LocalDate today;
  private final Map<Integer, Span> spans = new HashMap<>();

  PlanRowsOf(
      ProjectPlan plan,
      Map<String, RefForecast> forecasts,
      Map<String, ScheduleLine> schedule,
      Map<PersonId, Person> people,
      LocalDate today) {
    this.project = plan.project();
    this.forecasts = forecasts;
    this.schedule = schedule;
    this.people = people;
    this.today = today;
    for (PlannedTask task : plan.tasks()) {
      tasks.put(task.number(), task);
      if (task.parent() != null && task.kind() != Kind.BOUNDARY) {
        children.computeIfAbsent(task.parent(), _ -> new ArrayList<>()).add(task);
      }
    }
    plan.links()
        .forEach(link -> before.computeIfAbsent(link.to(), _ -> new ArrayList<>()).add(link));
    plan.assignments()
        .forEach(one -> who.computeIfAbsent(one.task(), _ -> new ArrayList<>()).add(one));
  }

  /// From when to when something lies.
  ///
  /// @param end in the levelled schedule
  /// @param by finish in 8 of 10 runs; the same when it is done
  record Span(LocalDateTime start, LocalDateTime end, LocalDateTime by) {
    Span with(Span other) {
      return new Span(
          start.isBefore(other.start) ? start : other.start,
          end.isAfter(other.end) ? end : other.end,
          by.isAfter(other.by) ? by : other.by);
    }
  }

  /// What all lines with dates span together.
  Optional<Span> whole() {
    return tasks.values().stream().map(this::span).flatMap(Optional::stream).reduce(Span::with);
  }

  Optional<Span> span(PlannedTask task) {
    Span known = spans.get(task.number());
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Span> span = task.kind() == Kind.SUMMARY ? below(task) : own(task);
    span.ifPresent(found -> spans.put(task.number(), found));
    return span;
  }

  private Optional<Span> below(PlannedTask summary) {
    return children.getOrDefault(summary.number(), List.of()).stream()
        .map(this::span)
        .flatMap(Optional::stream)
        .reduce(Span::with);
  }

  private Optional<Span> own(PlannedTask task) {
    if (task.progress() instanceof Progress.Done done) {
      return Optional.of(new Span(done.start(), done.finish(), done.finish()));
    }
    ScheduleLine line = schedule.get(task.ref().toString());
    RefForecast forecast = forecasts.get(task.ref().toString());
    if (line != null) {
      return Optional.of(
          new Span(line.start(), line.end(), forecast == null ? line.end() : forecast.by()));
    }
    return Optional.ofNullable(forecast).map(known -> forecast(task, known));
  }

  /// Until the schedule of a new plan is there.
  private static Span forecast(PlannedTask task, RefForecast forecast) {
    LocalDateTime start =
        task.progress() instanceof Progress.Started started
            ? started.at()
            : requireNonNullElse(forecast.likelyStart(), forecast.earliest());
    return new Span(
        start.isAfter(forecast.likely()) ? forecast.likely() : start,
        forecast.likely(),
        forecast.by());
  }

  Row row(PlannedTask task, TimeAxis axis) {
    Optional<Span> span = span(task);
    return new Row(
        task.outline(),
        task.name(),
        task.kind() == Kind.SUMMARY
            ? ""
            : "/projects/" + task.project() + "/tasks/" + task.number(),
        level(task),
        kind(task),
        workers(task),
        stateKind(task),
        state(task),
        note(task),
        waitsFor(task),
        span.map(found -> unbroken(found.start())).orElse(""),
        reason(task),
        span.map(found -> unbroken(found.end())).orElse(""),
        span.map(found -> unbroken(found.by())).orElse(""),
        span.map(found -> bar(task, found, axis)).orElse(null));
  }

  private int level(PlannedTask task) {
    int level = 0;
    PlannedTask above = task;
    while (level < LEVELS && above != null && above.parent() != null) {
      above = tasks.get(above.parent());
      level++;
    }
    return level;
  }

  private static String kind(PlannedTask task) {
    return switch (task.kind()) {
      case SUMMARY -> "summary";
      case MILESTONE -> "milestone";
      case TASK, BOUNDARY -> "task";
    };
  }

  String workers(PlannedTask task) {
    List<String> names =
        who.getOrDefault(task.number(), List.of()).stream()
            .map(one -> name(one.who()) + share(one.share()))
            .sorted()
            .toList();
    return Say.list(names, 4);
  }

  private String name(Worker worker) {
    return switch (worker) {
      case Worker.Known(PersonId id) -> {
        Person person = people.get(id);
        yield person == null ? "somebody" : person.name();
      }
      case Worker.Outside(String name) -> name;
    };
  }

  private static String share(double share) {
    return share == 1 ? "" : " " + Say.number(Math.rint(share * 100)) + " %";
  }

  private String state(PlannedTask task) {
    if (task.kind() == Kind.SUMMARY) {
      return "";
    }
    return switch (task.progress()) {
      case Progress.Done _ -> "Done";
      case Progress.Started _ -> "In progress";
      case Progress.NotStarted _ -> span(task).isEmpty() ? "No date" : "Not started";
    };
  }

  private String note(PlannedTask task) {
    if (task.kind() == Kind.SUMMARY || task.isDone()) {
      return "";
    }
    return Stream.of(isLate(task) ? "late" : "", isCritical(task) ? "critical" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String stateKind(PlannedTask task) {
    if (isLate(task)) {
      return "warn";
    }
    return switch (task.progress()) {
      case Progress.Done _ -> "good";
      case Progress.Started _ -> "running";
      case Progress.NotStarted _ -> "open";
    };
  }

  private boolean isLate(PlannedTask task) {
    LocalDateTime due = task.deadline();
    RefForecast forecast = forecasts.get(task.ref().toString());
    return due != null
        && !task.isDone()
        && forecast != null
        && forecast.byDay().isAfter(due.toLocalDate());
  }

  /// On the critical chain of the schedule; without one, in most runs of the forecast.
  private boolean isCritical(PlannedTask task) {
    ScheduleLine line = schedule.get(task.ref().toString());
    if (line != null) {
      return line.onChain();
    }
    RefForecast forecast = forecasts.get(task.ref().toString());
    return forecast != null && requireNonNullElse(forecast.critical(), 0.0) > CRITICAL;
  }

  /// Why it does not start earlier; empty when it has begun, and for what takes no time.
  String reason(PlannedTask task) {
    return task.kind() == Kind.TASK && task.progress() instanceof Progress.NotStarted
        ? reason.words(schedule.get(task.ref().toString()))
        : "";
  }

  private String task(String ref) {
    return TaskRef.parse(ref)
        .filter(one -> one.project().equals(project))
        .map(one -> tasks.get(one.number()))
        .map(task -> task.kind() == Kind.BOUNDARY ? task.name() : task.outline())
        .orElse("");
  }

  private String person(String id) {
    int outside = id.indexOf('/');
    return outside >= 0
        ? id.substring(outside + 1)
        : name(new Worker.Known(new PersonId(UUID.fromString(id))));
  }

  String waitsFor(PlannedTask task) {
    List<String> names =
        before.getOrDefault(task.number(), List.of()).stream()
            .sorted(Comparator.comparingInt(PlannedLink::from))
            .flatMap(this::link)
            .toList();
    return Say.list(names, 4);
  }

  private Stream<String> link(PlannedLink link) {
    PlannedTask from = tasks.get(link.from());
    if (from == null) {
      return Stream.empty();
    }
    String name = from.kind() == Kind.BOUNDARY ? from.name() : from.outline();
    String type = link.type() == Type.FINISH_TO_START ? "" : " " + words(link.type());
    String lag =
        link.lag().time().isZero()
            ? ""
            : (link.lag().time().isNegative() ? " − " : " + ") + Say.work(link.lag().time().abs());
    return Stream.of(name + type + lag);
  }

  private static String words(Type type) {
    return switch (type) {
      case FINISH_TO_START -> "to end";
      case START_TO_START -> "to start";
      case FINISH_TO_FINISH -> "to end (ends together)";
      case START_TO_FINISH -> "to start (ends then)";
    };
  }

  /// A day that no line break divides.
  private String unbroken(LocalDateTime at) {
    return Dates.day(at.toLocalDate(), today).replace(' ', '\u00a0');
  }

  private @Nullable Bar bar(PlannedTask task, Span span, TimeAxis axis) {
    double x = axis.x(span.start());
    double end = axis.x(span.end());
    double by = axis.x(span.by());
    String kind =
        switch (task.kind()) {
          case SUMMARY -> "summary";
          case MILESTONE -> "milestone";
          case BOUNDARY -> "open";
          case TASK ->
              switch (task.progress()) {
                case Progress.Done _ -> "done";
                case Progress.Started _ -> isCritical(task) ? "running critical" : "running";
                case Progress.NotStarted _ -> isCritical(task) ? "open critical" : "open";
              };
        };
    return new Bar(kind, x, tenths(Math.max(end - x, 2)), end, tenths(Math.max(0, by - end)));
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
