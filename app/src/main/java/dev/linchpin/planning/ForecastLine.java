package dev.linchpin.planning;

import dev.linchpin.forecast.Forecast.TaskForecast;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.Task;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept of a forecast about one project, task or milestone, to the minute.
///
/// @param start null for projects
/// @param critical null for projects
/// @param days empty for tasks that are no milestones
/// @param stated the same before dates were corrected; empty where they are not
record ForecastLine(
    String ref,
    @Nullable LocalDateTime start,
    LocalDateTime earliest,
    LocalDateTime likely,
    LocalDateTime by,
    LocalDateTime late,
    double chance,
    @Nullable Double critical,
    DayCounts days,
    DayCounts stated) {

  /// Everything the outcome says about the question, in the order of the plan.
  static List<ForecastLine> all(Question question, Outcome outcome) {
    var all = new ArrayList<ForecastLine>();
    for (Project project : question.plan().projects()) {
      WorkDays days = WorkDays.of(project, question.plan());
      Spread finish = outcome.forecast().projects().get(project.id());
      if (finish != null) {
        all.add(of(project.id().value(), finish, days, true, null, null));
      }
      for (Task task : project.tasks()) {
        TaskForecast forecast = outcome.forecast().tasks().get(task.id());
        if (forecast != null) {
          all.add(
              of(
                  task.id().value(),
                  forecast.finish(),
                  days,
                  task.isMilestone(),
                  forecast.likelyStart(),
                  forecast.critical()));
        }
      }
    }
    return all;
  }

  private static ForecastLine of(
      String ref,
      Spread finish,
      WorkDays days,
      boolean counted,
      @Nullable LocalDateTime start,
      @Nullable Double critical) {
    LocalDateTime by = days.onOrAfter(finish.at(0.80));
    return new ForecastLine(
        ref,
        start,
        days.onOrAfter(finish.at(0.10)),
        days.onOrAfter(finish.at(0.50)),
        by,
        days.onOrAfter(finish.at(0.95)),
        finish.chanceBy(by.toLocalDate()),
        critical,
        counted ? DayCounts.of(finish, days::onOrAfter) : DayCounts.NONE,
        counted && finish.stated() != finish
            ? DayCounts.of(finish.stated(), days::onOrAfter)
            : DayCounts.NONE);
  }

  /// The same line as it was kept.
  static ForecastLine of(RefForecast kept) {
    return new ForecastLine(
        kept.ref(),
        kept.likelyStart(),
        kept.earliest(),
        kept.likely(),
        kept.by(),
        kept.late(),
        kept.chance(),
        kept.critical(),
        kept.days(),
        kept.stated());
  }
}
