package dev.linchpin.planning;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecast.TaskForecast;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.Interruptions;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Spread;
import dev.linchpin.forecast.Task;
import dev.linchpin.planning.planfile.Converted;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer for one plan, without database or server: what the command line prints.
///
/// @param milestones in the order of the plan; those that could not be placed are missing
/// @param finish when the last task ends; null when nothing could be placed
public record PlanForecast(
    LocalDateTime asOf,
    Seed seed,
    int runs,
    List<Dates> milestones,
    @Nullable Dates finish,
    List<Finding> findings) {
  public PlanForecast {
    milestones = List.copyOf(milestones);
    findings = List.copyOf(findings);
  }

  /// The 10, 50, 80 and 95 % points of one finish, each a day on which work can end.
  ///
  /// @param chance share of runs that end on `by` or before it, 0 to 1
  public record Dates(
      String name,
      LocalDate earliest,
      LocalDate likely,
      LocalDate by,
      LocalDate late,
      double chance) {
    static Dates of(String name, Spread spread, WorkDays days) {
      LocalDate by = day(spread, 0.80, days);
      return new Dates(
          name,
          day(spread, 0.10, days),
          day(spread, 0.50, days),
          by,
          day(spread, 0.95, days),
          spread.chanceBy(by));
    }

    private static LocalDate day(Spread spread, double q, WorkDays days) {
      return days.onOrAfter(spread.at(q)).toLocalDate();
    }
  }

  /// Simulates the plan. Same arguments, same answer.
  public static PlanForecast of(
      Plan plan, Interruptions interruptions, LocalDateTime asOf, int runs, Seed seed) {
    Outcome outcome =
        Forecaster.forecast(new Question(plan, interruptions, History.NONE, asOf, runs, seed));
    var milestones = new ArrayList<Dates>();
    var finishes = new ArrayList<Dates>();
    for (Project project : plan.projects()) {
      WorkDays days = WorkDays.of(project, plan);
      for (Task task : project.tasks()) {
        TaskForecast forecast = outcome.forecast().tasks().get(task.id());
        if (task.isMilestone() && !Converted.isBoundary(task.id()) && forecast != null) {
          milestones.add(Dates.of(task.name(), forecast.finish(), days));
        }
      }
      Spread finish = outcome.forecast().projects().get(project.id());
      if (finish != null) {
        finishes.add(Dates.of(project.name(), finish, days));
      }
    }
    return new PlanForecast(
        asOf,
        seed,
        runs,
        milestones,
        finishes.stream().max(Comparator.comparing(Dates::by)).orElse(null),
        outcome.findings());
  }
}
