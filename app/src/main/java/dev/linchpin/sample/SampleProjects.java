package dev.linchpin.sample;

import static dev.linchpin.sample.SampleStaff.BY;

import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Subject;
import dev.linchpin.directory.Week;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.WorkCalendar;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectPlan;
import dev.linchpin.planning.ProjectPlan.PlannedAssignment;
import dev.linchpin.planning.ProjectPlan.PlannedLink;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.Projects.NewProject;
import dev.linchpin.planning.Worker;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The sample's projects: those that run, and one for each other state a project can be in.
@Component
class SampleProjects {
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int STALE_DAYS = 12;
  private static final int ESTIMATED_DAYS = 4;

  /// Working days from today.
  static final int PRINTING_DONE = -43;

  /// In order of priority; what is not named here runs.
  private static final Map<String, Function<LocalDate, ProjectState>> STATES = states();

  private final Projects projects;
  private final SampleTrail trail;
  private final GoTos goTos;

  /// Finished long ago, the last one first.
  private static final List<String> FINISHED = List.of("DOC", "DNS", "TEL", "LAP", "WIF", "UPS");

  static final List<String> KEYS =
      Stream.concat(STATES.keySet().stream(), FINISHED.stream()).toList();

  /// How many of them run.
  static int running(LocalDate today) {
    return (int)
        STATES.values().stream()
            .filter(state -> state.apply(today) instanceof ProjectState.Running)
            .count();
  }

  SampleProjects(Projects projects, SampleTrail trail, GoTos goTos) {
    this.projects = projects;
    this.trail = trail;
    this.goTos = goTos;
  }

  /// Plants every project, without its plan.
  void plant(Map<String, PersonId> people, ZoneId zone, LocalDateTime now, Instant instant) {
    KEYS.forEach(key -> {
      SamplePlan plan = SamplePlan.read(key);
      var name = new ProjectKey(key);
      Project project =
          projects
              .add(NewProject.of(name, plan.name(), plan.goal(), zone), BY, instant)
              .orElseThrow();
      appoint(plan, people, instant);
      Integer fixed = plan.fixed();
      if (fixed != null) {
        projects.fixFinish(project, workday(now.toLocalDate(), fixed), now.toLocalDate(), BY);
      }
    });
  }

  /// Saves the plans and states as they stood at a moment in the past.
  void saveAsOf(Map<String, PersonId> people, LocalDateTime now, LocalDateTime at) {
    for (String key : KEYS) {
      SamplePlan plan = SamplePlan.read(key);
      Project project = projects.get(new ProjectKey(key));
      boolean over = project.state() instanceof ProjectState.Done;
      if (!over && !plan.lines().isEmpty() && !start(plan, now).isAfter(at)) {
        boolean done = savePlan(plan, people, now, at);
        if (!project.state().takesTime()) {
          projects.change(projects.get(project.key()), new ProjectState.Running(), BY);
        } else if (done) {
          LocalDate end = lastDay(begun(plan, now, at));
          projects.change(projects.get(project.key()), new ProjectState.Done(end), BY);
        }
      }
    }
  }

  /// Saves the plans and states of today.
  void saveToday(Map<String, PersonId> people, LocalDateTime now, Instant instant) {
    for (String key : KEYS) {
      SamplePlan plan = SamplePlan.read(key);
      savePlan(plan, people, now, now);
      Project project = projects.get(new ProjectKey(key));
      ProjectState state = state(plan, now);
      if (!project.state().equals(state)) {
        project = projects.change(project, state, BY);
      }
      boolean stale = key.equals("MAIL");
      projects.check(project, plan.goTo(), instant.minus(stale ? STALE_DAYS : 1, ChronoUnit.DAYS));
    }
  }

  private static ProjectState state(SamplePlan plan, LocalDateTime now) {
    Function<LocalDate, ProjectState> named = STATES.get(plan.key());
    return named != null
        ? named.apply(now.toLocalDate())
        : new ProjectState.Done(lastDay(begun(plan, now, now)));
  }

  private static LocalDate lastDay(Map<Integer, Progress> begun) {
    return begun.values().stream()
        .filter(Progress.Done.class::isInstance)
        .map(progress -> ((Progress.Done) progress).finish().toLocalDate())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static LocalDateTime start(SamplePlan plan, LocalDateTime now) {
    return workday(now.toLocalDate(), -plan.started()).atTime(MORNING);
  }

  private static Map<Integer, Progress> begun(
      SamplePlan plan, LocalDateTime now, LocalDateTime at) {
    var calendar = new WorkCalendar(new CalendarId("office"), Week.OFFICE.shifts(), Map.of());
    var random = new SplittableRandom(plan.key().hashCode());
    return SampleHistory.of(plan, calendar, start(plan, now), at, random);
  }

  private void appoint(SamplePlan plan, Map<String, PersonId> people, Instant at) {
    String standIn = plan.standIn();
    goTos.put(
        new GoTo(
            Subject.project(plan.key()),
            SampleStaff.of(people, plan.goTo()),
            standIn == null ? null : SampleStaff.of(people, standIn)),
        at,
        BY);
  }

  /// @return whether all of it is done
  private boolean savePlan(
      SamplePlan plan, Map<String, PersonId> people, LocalDateTime now, LocalDateTime at) {
    var key = new ProjectKey(plan.key());
    Map<Integer, Progress> begun = begun(plan, now, at);
    var tasks = new ArrayList<PlannedTask>();
    var links = new ArrayList<PlannedLink>();
    var assignments = new ArrayList<PlannedAssignment>();
    int heading = 0;
    boolean done = true;
    for (SamplePlan.Line line : plan.lines()) {
      if (isUnknown(line, now, at)) {
        continue;
      }
      PlannedTask task = task(key, line, estimate(line, now, at)).with(line.asks());
      if (line.kind() == SamplePlan.Kind.HEADING) {
        heading = line.number();
      } else if (heading > 0) {
        task = task.under(heading);
      }
      Progress progress = begun.get(line.number());
      done &= line.kind() == SamplePlan.Kind.HEADING || progress instanceof Progress.Done;
      tasks.add(progress == null ? task : task.with(progress));
      for (int before : line.after()) {
        if (!isUnknown(plan.lines().get(before - 1), now, at)) {
          links.add(PlannedLink.finishToStart(before, line.number()));
        }
      }
      for (SamplePlan.Share share : line.people()) {
        var worker = new Worker.Known(SampleStaff.of(people, share.person()));
        assignments.add(new PlannedAssignment(line.number(), worker, share.percent() / 100.0));
      }
    }
    LocalDateTime start = start(plan, now);
    trail.put(
        new ProjectPlan(key, start, null, tasks, links, assignments, List.of()), at, plan.goTo());
    return done;
  }

  /// Nobody had thought of it then.
  private static boolean isUnknown(SamplePlan.Line line, LocalDateTime now, LocalDateTime at) {
    Integer found = line.found();
    return found != null && at.toLocalDate().isBefore(workday(now.toLocalDate(), -found));
  }

  private static String estimate(SamplePlan.Line line, LocalDateTime now, LocalDateTime at) {
    String was = line.was();
    return was != null && at.toLocalDate().isBefore(workday(now.toLocalDate(), -ESTIMATED_DAYS))
        ? was
        : line.days();
  }

  private static PlannedTask task(ProjectKey key, SamplePlan.Line line, String days) {
    return switch (line.kind()) {
      case HEADING -> PlannedTask.summary(key, line.number(), line.name());
      case MILESTONE -> PlannedTask.milestone(key, line.number(), line.name());
      case TASK -> PlannedTask.task(key, line.number(), line.name(), SampleHistory.work(days));
    };
  }

  /// The day `count` working days from `day`, weekends not counted.
  static LocalDate workday(LocalDate day, int count) {
    LocalDate found = day;
    int step = count < 0 ? -1 : 1;
    for (int left = Math.abs(count); left > 0; ) {
      found = found.plusDays(step);
      if (found.getDayOfWeek() != DayOfWeek.SATURDAY && found.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return found;
  }

  private static Map<String, Function<LocalDate, ProjectState>> states() {
    var states = new LinkedHashMap<String, Function<LocalDate, ProjectState>>();
    for (String running : List.of("SRV", "NET", "CRM", "BKP", "VPN", "MAIL")) {
      states.put(running, _ -> new ProjectState.Running());
    }
    states.put(
        "FWL", today -> new ProjectState.Waiting("the firewall vendor", workday(today, -11)));
    states.put(
        "PHO",
        today ->
            new ProjectState.Disputed(
                "the supplier has not sent the headsets", workday(today, -2)));
    states.put("HRP", _ -> new ProjectState.Running());
    states.put(
        "INV",
        today -> new ProjectState.OnHold(workday(today, -25), "Lena Hoffmann", workday(today, 20)));
    states.put("INT", today -> new ProjectState.NotPlanned(workday(today, 12)));
    states.put("PRN", today -> new ProjectState.Done(workday(today, PRINTING_DONE)));
    states.put("FAX", today -> new ProjectState.Cancelled(workday(today, -30), "Ingrid Solberg"));
    return states;
  }
}
