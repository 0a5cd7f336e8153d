package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Scheduler;
import dev.linchpin.planning.FilePeople;
import dev.linchpin.planning.FilePeople.Match;
import dev.linchpin.planning.ImportDraft;
import dev.linchpin.planning.ImportPlan.Target;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.Projects;
import dev.linchpin.planning.planfile.Converted;
import dev.linchpin.planning.planfile.ImportReport;
import dev.linchpin.planning.planfile.ImportReport.Side;
import dev.linchpin.planning.planfile.ImportReport.Verdict;
import dev.linchpin.planning.planfile.PlanFile;
import dev.linchpin.planning.planfile.PlanFile.Resource;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The report of an import as a page, and what its form means.
@Component
class ImportReports {
  private static final int ROWS_MAX = 500;
  private static final int LOST_MAX = 60;

  private final Access access;
  private final Projects projects;
  private final People people;
  private final FilePeople filePeople;

  ImportReports(Access access, Projects projects, People people, FilePeople filePeople) {
    this.access = access;
    this.projects = projects;
    this.people = people;
    this.filePeople = filePeople;
  }

  Page page(Who who, ImportDraft draft, ImportForm form, Problems problems, int after) {
    ImportReport report = report(draft.file());
    List<ImportReport.Row> rows =
        report.rows().stream().sorted(Comparator.comparing(ImportReports::isSame)).toList();
    int from = Math.clamp(after, 0, rows.size());
    int to = Math.min(rows.size(), from + ROWS_MAX);
    return Page.of(
        "planning/web/import-report.jte",
        "What was read from " + draft.fileName(),
        Place.PROJECTS,
        new ImportReportView(
            draft.id().toString(),
            draft.fileName(),
            report.summary(),
            figures(report.counts()),
            report.findings().stream().map(Finding::message).limit(LOST_MAX).toList(),
            rows.subList(from, to).stream().map(ImportReports::row).toList(),
            "%d to %d of %s".formatted(from + 1, to, Say.count(rows.size(), "line", "lines")),
            to < rows.size() ? "/projects/imports/" + draft.id() + "?after=" + to : null,
            somebody(draft, form),
            choices(),
            form.get("target"),
            targets(who),
            form.get("name"),
            key(form),
            problems,
            draft.usedFor() == null ? null : "/p/" + draft.usedFor()));
  }

  /// As of the day the file speaks of: what has not happened by then is scheduled after it.
  private static ImportReport report(PlanFile file) {
    Converted converted = Converted.of(file, new ProjectId("import"));
    LocalDateTime asOf = Objects.requireNonNullElse(file.statusDate(), file.start());
    Schedule schedule = Scheduler.schedule(converted.plan(), Interruptions.NONE, asOf);
    return ImportReport.of(file, converted, schedule);
  }

  private static boolean isSame(ImportReport.Row row) {
    return row.verdict() == Verdict.SAME_DAYS || row.kind() == PlanFile.Kind.SUMMARY;
  }

  private static Map<String, String> figures(ImportReport.Counts counts) {
    var figures = new LinkedHashMap<String, String>();
    figures.put("tasks", Say.number(counts.tasks()));
    figures.put("milestones", Say.number(counts.milestones()));
    figures.put("links", Say.number(counts.links()));
    figures.put("people", Say.number(counts.people()));
    figures.put("same days", Say.number(counts.sameDays()));
    figures.put("moved", Say.number(counts.moved()));
    return figures;
  }

  private static ImportReportView.Row row(ImportReport.Row row) {
    return new ImportReportView.Row(
        Integer.toString(row.number()),
        row.name(),
        Math.clamp(row.level(), 0, 5),
        kind(row.verdict()),
        verdict(row),
        row.reason(),
        side(row.file()),
        side(row.plan()));
  }

  private static String kind(Verdict verdict) {
    return switch (verdict) {
      case SAME_DAYS -> "good";
      case EARLIER -> "running";
      case LATER -> "warn";
      case NO_DATES -> "open";
      case NOT_PLACED -> "waiting";
    };
  }

  private static String verdict(ImportReport.Row row) {
    String days = Say.count(Math.abs(row.workdays()), "workday", "workdays");
    return switch (row.verdict()) {
      case SAME_DAYS -> "Same days";
      case EARLIER -> row.workdays() == 0 ? "Starts earlier" : days + " earlier";
      case LATER -> row.workdays() == 0 ? "Starts later" : days + " later";
      case NO_DATES -> "No dates in the file";
      case NOT_PLACED -> "Left out";
    };
  }

  private static ImportReportView.Side side(@Nullable Side side) {
    return side == null
        ? new ImportReportView.Side("–", "", "", "")
        : new ImportReportView.Side(
            dates(side.start(), side.finish()), side.duration(), side.waitsFor(), side.people());
  }

  private static String dates(@Nullable LocalDateTime start, @Nullable LocalDateTime finish) {
    LocalDate first = start == null ? null : start.toLocalDate();
    LocalDate last = finish == null ? null : finish.toLocalDate();
    if (first == null || last == null || first.equals(last)) {
      LocalDate one = last == null ? first : last;
      return one == null ? "–" : Dates.day(one, LocalDate.EPOCH);
    }
    return Dates.day(first, last) + " to " + Dates.day(last, LocalDate.EPOCH);
  }

  private List<ImportReportView.Somebody> somebody(ImportDraft draft, ImportForm form) {
    Map<String, Match> guesses = filePeople.guess(draft.file());
    var all = new ArrayList<ImportReportView.Somebody>();
    for (Resource resource : ImportForm.people(draft)) {
      String chosen = form.who(all.size());
      all.add(
          new ImportReportView.Somebody(
              ImportForm.field(all.size()),
              resource.name(),
              chosen.isEmpty() ? value(guesses.get(resource.id())) : chosen));
    }
    return all;
  }

  private static String value(@Nullable Match match) {
    return switch (match) {
      case Match.Known known -> known.person().id().toString();
      case Match.Newcomer _ -> ImportForm.NEWCOMER;
      case Match.Outside _ -> ImportForm.OUTSIDE;
      case null -> ImportForm.OUTSIDE;
    };
  }

  private Map<String, String> choices() {
    var choices = new LinkedHashMap<String, String>();
    choices.put(ImportForm.OUTSIDE, "Somebody outside");
    choices.put(ImportForm.NEWCOMER, "Add as a new person");
    for (Person person : people.all()) {
      choices.put(person.id().toString(), person.name());
    }
    return choices;
  }

  private Map<String, String> targets(Who who) {
    var targets = new LinkedHashMap<String, String>();
    targets.put(ImportForm.NEW_PROJECT, "A new project");
    for (Project project : projects.visibleTo(who)) {
      if (projects.allows(who, Right.WRITE, project)) {
        targets.put(project.ref(), "Replace the plan of " + project.ref() + ", " + project.name());
      }
    }
    return targets;
  }

  private String key(ImportForm form) {
    return form.get("key").isEmpty()
        ? KeyGuess.of(form.get("name"), one -> projects.find(one).isPresent())
            .map(ProjectKey::value)
            .orElse("")
        : form.get("key");
  }

  /// Where the plan goes; empty, with problems, when that cannot be.
  Optional<Target> target(Who who, ImportForm form, Problems problems) {
    if (!form.get("target").equals(ImportForm.NEW_PROJECT)) {
      Optional<ProjectKey> key = ProjectKey.parse(form.get("target"));
      if (key.isEmpty()) {
        problems.add("target", "Choose one from the list.");
      }
      return key.map(one -> new Target.Replace(access.load(who, projects, one, Right.WRITE)));
    }
    if (form.get("name").isEmpty() || form.get("name").length() > 120) {
      problems.add("name", "Enter a name for the project, at most 120 characters.");
    }
    Optional<ProjectKey> key = ProjectKey.parse(key(form));
    if (key.isEmpty()) {
      problems.add("key", "Enter a key of 2 to 8 letters or digits, like NET.");
    }
    return problems.any()
        ? Optional.empty()
        : key.map(one -> new Target.New(one, form.get("name")));
  }

  /// Who is who, by resource id; whoever was not chosen is as guessed.
  Map<String, Match> people(Who who, ImportDraft draft, ImportForm form) {
    var matches = new HashMap<>(filePeople.guess(draft.file()));
    List<Resource> all = ImportForm.people(draft);
    for (int i = 0; i < all.size(); i++) {
      String chosen = form.who(i);
      if (!chosen.isEmpty()) {
        matches.put(all.get(i).id(), match(who, chosen));
      }
    }
    return matches;
  }

  private Match match(Who who, String chosen) {
    return switch (chosen) {
      case ImportForm.OUTSIDE -> new Match.Outside();
      case ImportForm.NEWCOMER -> new Match.Newcomer();
      default -> {
        try {
          yield new Match.Known(access.load(who, people, PersonId.of(chosen), Right.READ));
        } catch (IllegalArgumentException e) {
          yield new Match.Outside();
        }
      }
    };
  }
}
