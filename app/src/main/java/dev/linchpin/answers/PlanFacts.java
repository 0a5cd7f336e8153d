package dev.linchpin.answers;

import dev.linchpin.access.Who;
import dev.linchpin.answers.Situation.FixedDate;
import dev.linchpin.directory.Answering;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Subject;
import dev.linchpin.forecast.Progress;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.CauseWords;
import dev.linchpin.planning.DayCounts;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.Movements.Moved;
import dev.linchpin.planning.OpenWork;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.RefForecast;
import dev.linchpin.planning.TeamDates;
import dev.linchpin.planning.TeamDates.TeamDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known about projects and milestones.
@Component
class PlanFacts {
  private static final Duration COMPARED_WITH = Duration.ofDays(7);

  private static final String PARTIAL =
      "Part of the work cannot be done by the people it has; the forecast says what would help.";
  private static final String CORRECTED = "Our dates are corrected by what became of earlier ones.";

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);
  private static final LocalTime NOON = LocalTime.NOON;

  private final Forecasts forecasts;
  private final Movements movements;
  private final TeamDates teamDates;
  private final Plans plans;
  private final GoTos goTos;
  private final Promises promises;
  private final Doubts doubts;

  PlanFacts(
      Forecasts forecasts,
      Movements movements,
      TeamDates teamDates,
      Plans plans,
      GoTos goTos,
      Promises promises,
      Doubts doubts) {
    this.forecasts = forecasts;
    this.movements = movements;
    this.teamDates = teamDates;
    this.plans = plans;
    this.goTos = goTos;
    this.promises = promises;
    this.doubts = doubts;
  }

  /// A project, or a milestone of it.
  ///
  /// @param milestone null for the whole project
  record Planned(Ref ref, Project project, @Nullable PlannedTask milestone) {
    static Planned of(Project project) {
      return new Planned(new Ref.OfProject(project.ref()), project, null);
    }

    static Planned of(Project project, PlannedTask milestone) {
      return new Planned(
          new Ref.OfMilestone(project.ref(), milestone.number()), project, milestone);
    }

    String title() {
      PlannedTask part = milestone;
      return part == null ? project.name() : project.name() + ": " + part.name();
    }

    @Nullable FixedDate fixed() {
      PlannedTask part = milestone;
      LocalDateTime deadline = part == null ? null : part.deadline();
      LocalDate day =
          part == null ? project.fixedFinish() : deadline == null ? null : deadline.toLocalDate();
      return day == null ? null : new FixedDate(day, null);
    }
  }

  /// What is known about each of these, in their order: as many statements for sixty as for one.
  List<AnswerFacts> of(List<Planned> some, Who who, AskedAt asked) {
    Known known = known(some, who, asked);
    return some.stream().map(one -> facts(one, known, asked)).toList();
  }

  /// What is kept about some projects, or one milestone, by ref.
  private record Known(
      Map<String, RefForecast> latest,
      Map<String, RefForecast> lastWeek,
      Map<String, Promise> told,
      Map<String, String> doubts,
      Map<Subject, Answering> answering,
      Map<ProjectKey, OpenWork> open,
      Map<Ref.Kind, TrackRecords> trackRecords,
      Map<String, Moved> moved,
      Set<String> partial,
      Map<ProjectKey, TeamDate> teamDates) {
    static final Known NOTHING =
        new Known(
            Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(),
            Set.of(), Map.of());

    /// Whether its forecast leaves work out, so that its end is not known; a milestone that was
    /// placed has all it waits for.
    boolean isPartial(Ref ref) {
      return partial.contains(ref.toString());
    }

    /// The date of a project that has one and no plan; null otherwise.
    @Nullable TeamDate teamDate(Ref ref, Project project) {
      boolean planned = open.getOrDefault(project.key(), OpenWork.NONE).tasks() > 0;
      return planned || latest.containsKey(ref.toString()) || !ref.toString().equals(project.ref())
          ? null
          : teamDates.get(project.key());
    }
  }

  private Known known(List<Planned> some, Who who, AskedAt asked) {
    List<String> refs = some.stream().map(one -> one.ref().toString()).toList();
    List<Project> projects = some.stream().map(Planned::project).distinct().toList();
    if (projects.isEmpty()) {
      return Known.NOTHING;
    }
    return new Known(
        forecasts.latest(refs),
        forecasts.before(refs, asked.instant().minus(COMPARED_WITH)),
        promises.lastOf(who.account(), refs),
        doubts.open(refs),
        goTos.answering(
            projects.stream().map(PlanFacts::subject).collect(Collectors.toSet()), asked.now()),
        plans.open(projects.stream().map(Project::key).toList()),
        some.stream()
            .map(one -> one.ref().kind())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), promises::trackRecords)),
        movements.sinceLastWeek(refs),
        forecasts.partial(projects.stream().map(Project::key).toList()),
        teamDates.of(
            projects.stream()
                .filter(one -> one.fixedFinish() != null && one.state().takesTime())
                .map(Project::key)
                .toList(),
            asked.today()));
  }

  private static AnswerFacts facts(Planned one, Known known, AskedAt asked) {
    Ref ref = one.ref();
    Project project = one.project();
    Situation situation = situation(one, known, asked);
    Answering answering = Objects.requireNonNull(known.answering().get(subject(project)));
    RefForecast latest = known.latest().get(ref.toString());
    TeamDate team = known.teamDate(ref, project);
    return new AnswerFacts(
        ref,
        one.title(),
        situation,
        doubt(ref, project.state(), known),
        Contacts.of(answering.goTo()),
        Contacts.of(answering.standIn()),
        trackRecord(ref, situation, known, asked),
        earlier(ref, known, asked),
        because(ref, known),
        team == null ? checkedAt(project, latest) : checkedAt(project, team, asked),
        latest == null ? null : latest.forecast().toString(),
        rests(ref, situation, known, latest, team));
  }

  private static String rests(
      Ref ref,
      Situation situation,
      Known known,
      @Nullable RefForecast latest,
      @Nullable TeamDate team) {
    if (team != null) {
      return rests(team);
    }
    if (known.isPartial(ref)) {
      return PARTIAL;
    }
    boolean isNone = situation instanceof Situation.Running(_, Dates dates, _) && dates == null;
    return isNone || latest == null || latest.correction() == 0 ? "" : CORRECTED;
  }

  private static Subject subject(Project project) {
    return Subject.project(project.ref());
  }

  private static Situation situation(Planned one, Known known, AskedAt asked) {
    Ref ref = one.ref();
    Project project = one.project();
    FixedDate fixed = one.fixed();
    PlannedTask part = one.milestone();
    if (part != null && part.progress() instanceof Progress.Done done) {
      return new Situation.Done(done.finish().toLocalDate(), day(fixed));
    }
    RefForecast latest = known.latest().get(ref.toString());
    return switch (project.state()) {
      case ProjectState.NotPlanned later -> new Situation.NotPlanned(later.nextPlanning());
      case ProjectState.Running _, ProjectState.Disputed _ ->
          running(ref, project, fixed, known, asked);
      case ProjectState.Waiting waiting ->
          new Situation.Waiting(
              waiting.forWhat(),
              waiting.since(),
              latest == null || known.isPartial(ref) ? null : workdaysTo(latest.byDay(), asked));
      case ProjectState.OnHold held ->
          new Situation.OnHold(held.since(), held.by(), held.reviewOn());
      case ProjectState.Done done -> new Situation.Done(done.on(), day(fixed));
      case ProjectState.Cancelled cancelled ->
          new Situation.Cancelled(cancelled.on(), cancelled.by());
    };
  }

  /// A date made mostly from tasks that nobody has estimated is none, nor one of a part only. A
  /// milestone that lies ahead although every task is done, like a go-live day, is not over.
  private static Situation running(
      Ref ref, Project project, @Nullable FixedDate fixed, Known known, AskedAt asked) {
    RefForecast latest = known.latest().get(ref.toString());
    OpenWork open = known.open().getOrDefault(project.key(), OpenWork.NONE);
    LocalDate since = open.allDoneSince();
    boolean nothingAhead = latest == null || !latest.lateDay().isAfter(asked.today());
    if (since != null && nothingAhead && doubt(ref, project.state(), known) == null) {
      return new Situation.WorkDone(since);
    }
    TeamDate team = known.teamDate(ref, project);
    if (team != null) {
      return new Situation.Running(fixed, dates(team, asked), null);
    }
    boolean isKnown =
        open.unestimatedShare() <= Thresholds.UNESTIMATED_MAX && !known.isPartial(ref);
    return new Situation.Running(fixed, isKnown ? dates(latest) : null, null);
  }

  /// While a project waits, its forecast is made as if it could go on today.
  private static int workdaysTo(LocalDate day, AskedAt asked) {
    return Math.max(1, asked.workdaysBetween(asked.today(), day));
  }

  private static Dates dates(TeamDate team, AskedAt asked) {
    List<LocalDate> days = team.days().stream().map(asked::workdayFrom).toList();
    var runsByDay = new TreeMap<LocalDate, Integer>();
    days.forEach(day -> runsByDay.merge(day, 1, Integer::sum));
    return new Dates(
        quantile(days, 0.1),
        quantile(days, 0.5),
        quantile(days, 0.8),
        runsByDay,
        IntStream.range(0, DayCounts.DOTS)
            .mapToObj(dot -> days.get((int) ((dot + 0.5) * days.size() / DayCounts.DOTS)))
            .toList());
  }

  private static LocalDateTime quantile(List<LocalDate> days, double q) {
    return days.get((int) Math.ceil(q * days.size()) - 1).atTime(END_OF_DAY);
  }

  /// "It has a date and no plan. So we say how dates without a plan turned out, here and
  /// elsewhere."
  private static String rests(TeamDate team) {
    String where =
        switch (team.learnedFrom()) {
          case 0 -> "elsewhere";
          case 1 -> "in 1 finished project of ours, and elsewhere";
          default -> "in %d finished projects of ours, and elsewhere".formatted(team.learnedFrom());
        };
    return "It has a date and no plan. So we say how such dates turned out " + where + ".";
  }

  private static @Nullable Dates dates(@Nullable RefForecast latest) {
    if (latest == null || latest.days().days().isEmpty()) {
      return null;
    }
    DayCounts counts = latest.days();
    var runsByDay = new TreeMap<LocalDate, Integer>();
    for (int i = 0; i < counts.days().size(); i++) {
      runsByDay.put(counts.days().get(i), counts.counts().get(i));
    }
    return new Dates(latest.earliest(), latest.likely(), latest.by(), runsByDay, counts.dots());
  }

  private static @Nullable String doubt(Ref ref, ProjectState state, Known known) {
    String said = known.doubts().get(ref.toString());
    return said == null && state instanceof ProjectState.Disputed disputed
        ? disputed.evidence()
        : said;
  }

  private static TrackRecord trackRecord(Ref ref, Situation situation, Known known, AskedAt asked) {
    return situation instanceof Situation.Running(_, Dates dates, _) && dates != null
        ? Objects.requireNonNull(known.trackRecords().get(ref.kind()))
            .at(ChronoUnit.DAYS.between(asked.today(), dates.by().toLocalDate()))
        : TrackRecord.NONE;
  }

  private static String because(Ref ref, Known known) {
    Moved moved = known.moved().get(ref.toString());
    return moved == null ? "" : CauseWords.mainly(moved);
  }

  private static @Nullable Earlier earlier(Ref ref, Known known, AskedAt asked) {
    Promise told = known.told().get(ref.toString());
    if (told != null) {
      return new Earlier.Told(told.by(), told.toldAt().atZone(asked.zone()).toLocalDate());
    }
    RefForecast before = known.lastWeek().get(ref.toString());
    return before == null ? null : new Earlier.LastWeek(before.byDay());
  }

  /// The older of the two: a fresh forecast of a plan nobody looks at is no check.
  private static @Nullable Instant checkedAt(Project project, @Nullable RefForecast latest) {
    return Stream.of(project.checkedAt(), latest == null ? null : latest.checkedAt())
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /// Whoever gives a date has looked.
  private static Instant checkedAt(Project project, TeamDate team, AskedAt asked) {
    Instant said = team.saidOn().atTime(NOON).atZone(asked.zone()).toInstant();
    Instant checked = project.checkedAt();
    return checked == null || checked.isBefore(said) ? said : checked;
  }

  private static @Nullable LocalDate day(@Nullable FixedDate fixed) {
    return fixed == null ? null : fixed.day();
  }
}
