package dev.linchpin.helpdesk.reports.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.helpdesk.GoLiveWaves;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.reports.DeskReport;
import dev.linchpin.helpdesk.reports.DeskReport.Cause;
import dev.linchpin.helpdesk.reports.DeskReport.CauseKind;
import dev.linchpin.helpdesk.reports.DeskReport.Times;
import dev.linchpin.helpdesk.reports.DeskReport.Week;
import dev.linchpin.helpdesk.reports.DeskReports;
import dev.linchpin.helpdesk.reports.DeskReports.Scope;
import dev.linchpin.helpdesk.reports.UnplannedShares;
import dev.linchpin.helpdesk.web.Hands;
import dev.linchpin.planning.ExpectedWave;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What did the help desk do, and what is left?
@Controller
class DeskReportPages {
  private static final int WEEKS = 12;
  private static final int WEEKS_MAX = 104;
  private static final int WEEKS_AHEAD = 13;
  private static final int WAVES_MAX = 5;

  private final Access access;
  private final DeskReports reports;
  private final UnplannedShares shares;
  private final GoLiveWaves waves;
  private final Queues queues;
  private final Projects projects;
  private final Hands hands;
  private final Zone zone;

  DeskReportPages(
      Access access,
      DeskReports reports,
      UnplannedShares shares,
      GoLiveWaves waves,
      Queues queues,
      Projects projects,
      Hands hands,
      Zone zone) {
    this.access = access;
    this.reports = reports;
    this.shares = shares;
    this.waves = waves;
    this.queues = queues;
    this.projects = projects;
    this.hands = hands;
    this.zone = zone;
  }

  /// What somebody wants to see, as the address says it.
  record Asked(@Nullable String from, @Nullable String to, @Nullable String queue) {}

  @GetMapping("/reports/help-desk")
  Page show(Who who, Asked asked) {
    access.require(who, Permission.READ_TICKETS);
    var problems = new Problems();
    Scope scope = scope(asked, problems);
    DeskReport report = reports.of(scope, zone.now(), zone.id());
    String query =
        "?from=%s&to=%s%s"
            .formatted(
                scope.from(),
                scope.until().minusDays(1),
                scope.queue() == null ? "" : "&queue=" + scope.queue());
    var view =
        new DeskReportView(
            scope.from().toString(),
            scope.until().minusDays(1).toString(),
            scope.queue() == null ? "" : scope.queue().toString(),
            queueNames(),
            report.came() + report.resolved() + backlog(report) > 0,
            headline(report),
            WeekChart.of(report.weeks()),
            report.weeks().reversed().stream().map(DeskReportPages::row).toList(),
            figures(report),
            ages(report),
            causes(who, report),
            teams(scope),
            own(who, scope),
            "/reports/help-desk/weeks.csv" + query,
            "/reports/help-desk/causes.csv" + query,
            waves(who),
            problems);
    Page page =
        Page.of("helpdesk/reports/web/desk-report.jte", "Help desk, by week", Place.REPORTS, view);
    return problems.any() ? page.withProblems() : page;
  }

  @GetMapping("/reports/help-desk/weeks.csv")
  ResponseEntity<String> weeks(Who who, Asked asked) {
    access.require(who, Permission.READ_TICKETS);
    DeskReport report = reports.of(scope(asked, new Problems()), zone.now(), zone.id());
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("week", "came", "resolved", "backlog"));
    for (Week week : report.weeks()) {
      rows.add(
          List.of(
              week.monday().toString(),
              Integer.toString(week.came()),
              Integer.toString(week.resolved()),
              Integer.toString(week.backlog())));
    }
    return file("help-desk-weeks.csv", rows);
  }

  @GetMapping("/reports/help-desk/causes.csv")
  ResponseEntity<String> causes(Who who, Asked asked) {
    access.require(who, Permission.READ_TICKETS);
    DeskReport report = reports.of(scope(asked, new Problems()), zone.now(), zone.id());
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("kind", "cause", "came", "hours"));
    readable(who, report)
        .forEach((kind, causes) -> {
          for (Cause cause : causes) {
            rows.add(
                List.of(
                    kind.label(),
                    cause.name(),
                    Integer.toString(cause.came()),
                    hours(cause.handled())));
          }
        });
    return file("help-desk-causes.csv", rows);
  }

  private static ResponseEntity<String> file(String name, List<List<String>> rows) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(Csv.of(rows));
  }

  private Scope scope(Asked asked, Problems problems) {
    LocalDate today = zone.today();
    LocalDate to = day("to", asked.to(), today, problems);
    LocalDate from = day("from", asked.from(), to.minusWeeks(WEEKS - 1), problems);
    if (from.isAfter(to)) {
      problems.add("from", "Enter a day before the last one.");
      from = to.minusWeeks(WEEKS - 1);
    } else if (from.isBefore(to.minusWeeks(WEEKS_MAX))) {
      problems.add("from", "Ask for at most %d weeks at once.".formatted(WEEKS_MAX));
      from = to.minusWeeks(WEEKS - 1);
    }
    Optional<Queue> queue =
        queues.all().stream().filter(one -> one.id().toString().equals(asked.queue())).findFirst();
    return Scope.of(from, to, queue.map(Queue::id).orElse(null));
  }

  private static LocalDate day(
      String field, @Nullable String typed, LocalDate otherwise, Problems problems) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      if (day.getYear() >= 1990 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeParseException notADay) {
      // said below
    }
    problems.add(field, "Enter a day, like 2027-03-12.");
    return otherwise;
  }

  private List<ExpectedWave> waves(Who who) {
    LocalDate today = zone.today();
    LocalDate until = today.plusWeeks(WEEKS_AHEAD);
    Set<ProjectKey> readable = projects.readable(who, waves.projectsAhead(until)).keySet();
    return waves.waves(readable, today).stream()
        .filter(one -> !one.day().isAfter(until))
        .limit(WAVES_MAX)
        .toList();
  }

  private Map<String, String> queueNames() {
    var names = new LinkedHashMap<String, String>();
    names.put("", "all queues");
    queues.all().forEach(queue -> names.put(queue.id().toString(), queue.name()));
    return names;
  }

  private static int backlog(DeskReport report) {
    return report.weeks().isEmpty() ? 0 : report.weeks().getLast().backlog();
  }

  private static String headline(DeskReport report) {
    int more = report.came() - report.resolved();
    String left =
        more == 0
            ? "As many came as were resolved."
            : more > 0
                ? "%,d more came than were resolved.".formatted(more)
                : "%,d more were resolved than came.".formatted(-more);
    return "%,d tickets came, %,d were resolved. %s"
        .formatted(report.came(), report.resolved(), left);
  }

  private static DeskReportView.Row row(Week week) {
    return new DeskReportView.Row(
        Dates.day(week.monday()), week.came(), week.resolved(), week.backlog());
  }

  private static Map<String, String> figures(DeskReport report) {
    var figures = new LinkedHashMap<String, String>();
    figures.put("Open at the end", "%,d".formatted(backlog(report)));
    figures.put("Came back after they were resolved", "%,d".formatted(report.reopened()));
    put(figures, "First answer", report.firstAnswer());
    put(figures, "Resolved", report.resolution());
    put(figures, "Answered in time", report.answersKept());
    put(figures, "Resolved in time", report.resolvingKept());
    return figures;
  }

  private static void put(Map<String, String> figures, String name, DeskReport.Kept kept) {
    if (kept.of() > 0) {
      figures.put(name, "%,d of %,d".formatted(kept.kept(), kept.of()));
    }
  }

  private static void put(Map<String, String> figures, String name, @Nullable Times times) {
    if (times != null) {
      figures.put(name + ", half within", length(times.middle()));
      figures.put(name + ", 8 of 10 within", length(times.eight()));
    }
  }

  private static Map<String, String> ages(DeskReport report) {
    var ages = new LinkedHashMap<String, String>();
    report.ages().forEach((age, count) -> ages.put("Open " + age, "%,d".formatted(count)));
    return ages;
  }

  private List<DeskReportView.CauseTable> causes(Who who, DeskReport report) {
    return readable(who, report).entrySet().stream()
        .map(entry ->
            new DeskReportView.CauseTable(
                entry.getKey().label(),
                entry.getValue().stream()
                    .map(one ->
                        new DeskReportView.CauseRow(one.name(), one.came(), hours(one.handled())))
                    .toList()))
        .toList();
  }

  /// Projects only where whoever asks may read them.
  private Map<CauseKind, List<Cause>> readable(Who who, DeskReport report) {
    var readable = new LinkedHashMap<>(report.causes());
    readable.computeIfPresent(
        CauseKind.PROJECT,
        (_, causes) ->
            causes.stream()
                .filter(cause ->
                    ProjectKey.parse(cause.name())
                        .flatMap(projects::find)
                        .filter(project -> projects.allows(who, Right.READ, project))
                        .isPresent())
                .toList());
    readable.values().removeIf(List::isEmpty);
    return readable;
  }

  private Map<String, String> teams(Scope scope) {
    var teams = new LinkedHashMap<String, String>();
    for (Queue queue : queues.all()) {
      boolean asked = scope.queue() == null || scope.queue().equals(queue.id());
      if (asked && queue.people().size() >= UnplannedShares.PEOPLE_MIN) {
        shares.of(queue.people(), scope).ifPresent(share -> teams.put(queue.name(), share.words()));
      }
    }
    return teams;
  }

  private String own(Who who, Scope scope) {
    return hands
        .id(who)
        .flatMap(me -> shares.of(List.of(me), scope))
        .map(share -> "Of your own working hours tickets took %s.".formatted(share.words()))
        .orElse("");
  }

  private static String length(Duration time) {
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 48
        ? "%.0f h".formatted(time.toMinutes() / 60.0)
        : "%.0f days".formatted(time.toHours() / 24.0);
  }

  private static String hours(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMinutes() / 60.0);
  }
}
