package dev.linchpin.answers;

import dev.linchpin.access.Who;
import dev.linchpin.answers.Situation.FixedDate;
import dev.linchpin.directory.Answering;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.Subject;
import dev.linchpin.forecast.Progress;
import dev.linchpin.planning.DayCounts;
import dev.linchpin.planning.Forecasts;
import dev.linchpin.planning.PlannedTask;
import dev.linchpin.planning.Plans;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.RefForecast;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is known about projects and milestones.
@Component
class PlanFacts {
  private static final Duration COMPARED_WITH = Duration.ofDays(7);

  private final Forecasts forecasts;
  private final Plans plans;
  private final GoTos goTos;
  private final Promises promises;
  private final Doubts doubts;

  PlanFacts(Forecasts forecasts, Plans plans, GoTos goTos, Promises promises, Doubts doubts) {
    this.forecasts = forecasts;
    this.plans = plans;
    this.goTos = goTos;
    this.promises = promises;
    this.doubts = doubts;
  }

  AnswerFacts of(Ref ref, Project project, Who who, AskedAt asked) {
    RefForecast latest = forecasts.latest(ref.toString()).orElse(null);
    Situation situation = situation(project, fixed(project.fixedFinish()), latest, asked);
    return facts(ref, project.name(), project, situation, latest, who, asked);
  }

  AnswerFacts of(Ref ref, Project project, PlannedTask milestone, Who who, AskedAt asked) {
    RefForecast latest = forecasts.latest(ref.toString()).orElse(null);
    FixedDate fixed =
        fixed(milestone.deadline() == null ? null : milestone.deadline().toLocalDate());
    Situation situation =
        milestone.progress() instanceof Progress.Done done
            ? new Situation.Done(done.finish().toLocalDate(), day(fixed))
            : situation(project, fixed, latest, asked);
    String title = project.name() + ": " + milestone.name();
    return facts(ref, title, project, situation, latest, who, asked);
  }

  private AnswerFacts facts(
      Ref ref,
      String title,
      Project project,
      Situation situation,
      @Nullable RefForecast latest,
      Who who,
      AskedAt asked) {
    Answering answering = goTos.answering(Subject.project(project.ref()), asked.now());
    return new AnswerFacts(
        ref,
        title,
        situation,
        doubt(ref, project.state()),
        Contacts.of(answering.goTo()),
        Contacts.of(answering.standIn()),
        trackRecord(ref, situation, asked),
        earlier(ref, who, asked),
        checkedAt(project, latest),
        latest == null ? null : latest.forecast().toString());
  }

  private Situation situation(
      Project project, @Nullable FixedDate fixed, @Nullable RefForecast latest, AskedAt asked) {
    return switch (project.state()) {
      case ProjectState.NotPlanned later -> new Situation.NotPlanned(later.nextPlanning());
      case ProjectState.Running _, ProjectState.Disputed _ ->
          new Situation.Running(fixed, isKnown(project) ? dates(latest) : null, null);
      case ProjectState.Waiting waiting ->
          new Situation.Waiting(
              waiting.forWhat(),
              waiting.since(),
              latest == null ? null : workdaysTo(latest.byDay(), asked));
      case ProjectState.OnHold held ->
          new Situation.OnHold(held.since(), held.by(), held.reviewOn());
      case ProjectState.Done done -> new Situation.Done(done.on(), day(fixed));
      case ProjectState.Cancelled cancelled ->
          new Situation.Cancelled(cancelled.on(), cancelled.by());
    };
  }

  /// A date made mostly from tasks that nobody has estimated is none.
  private boolean isKnown(Project project) {
    return plans.unestimated(project.key()) <= Thresholds.UNESTIMATED_MAX;
  }

  /// While a project waits, its forecast is made as if it could go on today.
  private static int workdaysTo(LocalDate day, AskedAt asked) {
    LocalDate tomorrow = asked.today().plusDays(1);
    if (day.isBefore(tomorrow)) {
      return 1;
    }
    return (int) tomorrow.datesUntil(day.plusDays(1)).filter(asked.calendar()::isWorkday).count();
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

  private @Nullable String doubt(Ref ref, ProjectState state) {
    return doubts.open(ref).stream()
        .findFirst()
        .map(Doubt::text)
        .or(() ->
            state instanceof ProjectState.Disputed disputed
                ? Optional.of(disputed.evidence())
                : Optional.empty())
        .orElse(null);
  }

  private TrackRecord trackRecord(Ref ref, Situation situation, AskedAt asked) {
    return situation instanceof Situation.Running(_, Dates dates, _) && dates != null
        ? promises.trackRecord(
            ref, ChronoUnit.DAYS.between(asked.today(), dates.by().toLocalDate()))
        : TrackRecord.NONE;
  }

  private @Nullable Earlier earlier(Ref ref, Who who, AskedAt asked) {
    Optional<Earlier> told =
        promises
            .lastOf(who.account(), ref)
            .map(promise ->
                new Earlier.Told(
                    promise.by(), promise.toldAt().atZone(asked.zone()).toLocalDate()));
    return told.or(() ->
            forecasts
                .before(ref.toString(), asked.instant().minus(COMPARED_WITH))
                .map(before -> new Earlier.LastWeek(before.byDay())))
        .orElse(null);
  }

  /// The older of the two: a fresh forecast of a plan nobody looks at is no check.
  private static @Nullable Instant checkedAt(Project project, @Nullable RefForecast latest) {
    return Stream.of(project.checkedAt(), latest == null ? null : latest.checkedAt())
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static @Nullable FixedDate fixed(@Nullable LocalDate day) {
    return day == null ? null : new FixedDate(day, null);
  }

  private static @Nullable LocalDate day(@Nullable FixedDate fixed) {
    return fixed == null ? null : fixed.day();
  }
}
