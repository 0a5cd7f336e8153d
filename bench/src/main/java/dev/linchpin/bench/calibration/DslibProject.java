package dev.linchpin.bench.calibration;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.Pace.Ended;
import dev.linchpin.forecast.learn.Pace.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A finished project of DSLIB with its status dates, in time and in money. Time runs in calendar
/// days from the planned start; planned value grows evenly within each activity.
///
/// @param times status dates with the days they had passed and that were to come
/// @param costs the same with money
record DslibProject(ProjectId id, List<Ended> times, List<Ended> costs) {
  private static final double ALL = 1 - 1e-9;

  /// Least planned past, in days: a project that is ahead of its first day is on its first day.
  private static final double LEAST_DAYS = 0.1;

  /// The projects that have an end.
  static List<DslibProject> tracked(Path folder) throws IOException {
    Map<String, List<NamedCsvRecord>> activities = byProject(folder, "activities.csv");
    Map<String, List<NamedCsvRecord>> periods = byProject(folder, "periods.csv");
    List<DslibProject> tracked = new ArrayList<>();
    for (NamedCsvRecord row : Table.read(folder, "projects.csv")) {
      String id = row.getField("project");
      if (!row.getField("actual_finish").isEmpty() && number(row, "bac") > 0) {
        tracked.add(
            of(row, activities.getOrDefault(id, List.of()), periods.getOrDefault(id, List.of())));
      }
    }
    return tracked;
  }

  private static DslibProject of(
      NamedCsvRecord row, List<NamedCsvRecord> activities, List<NamedCsvRecord> periods) {
    ProjectId id = new ProjectId(row.getField("project"));
    LocalDateTime start = time(row, "planned_start");
    double planned = days(start, time(row, "planned_finish"));
    double actual = days(start, time(row, "actual_finish"));
    double budget = number(row, "bac");
    double cost = number(row, "final_actual_cost");
    List<Ended> times = new ArrayList<>();
    List<Ended> costs = new ArrayList<>();
    for (NamedCsvRecord period : periods) {
      double earned = number(period, "ev") / budget;
      double passed = days(start, time(period, "status_date"));
      double spent = number(period, "ac");
      if (0 < earned && earned < ALL && 0 < passed && 0 < spent) {
        double schedule = Math.max(LEAST_DAYS, earnedDays(activities, start, planned, earned));
        times.add(
            new Ended(
                new Status(id, earned, passed, schedule, planned - schedule), actual - passed));
        costs.add(
            new Ended(
                new Status(id, earned, spent, earned * budget, (1 - earned) * budget),
                cost - spent));
      }
    }
    return new DslibProject(id, times, costs);
  }

  /// Earned schedule: the day by which that share of the planned value was planned to be earned.
  private static double earnedDays(
      List<NamedCsvRecord> activities, LocalDateTime start, double planned, double earned) {
    double total = activities.stream().mapToDouble(it -> number(it, "total_cost")).sum();
    double low = 0;
    double high = planned;
    for (int halving = 0; halving < 40; halving++) {
      double middle = (low + high) / 2;
      double value = activities.stream().mapToDouble(it -> value(it, start, middle)).sum();
      if (value < earned * total) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /// What an activity is planned to have earned on a day.
  private static double value(NamedCsvRecord activity, LocalDateTime start, double day) {
    double from = days(start, time(activity, "baseline_start"));
    double to = days(start, time(activity, "baseline_finish"));
    double share = to > from ? Math.clamp((day - from) / (to - from), 0, 1) : day >= to ? 1 : 0;
    return number(activity, "total_cost") * share;
  }

  private static Map<String, List<NamedCsvRecord>> byProject(Path folder, String file)
      throws IOException {
    Function<NamedCsvRecord, String> project = row -> row.getField("project");
    return Table.read(folder, file).stream().collect(Collectors.groupingBy(project));
  }

  private static double days(LocalDateTime from, LocalDateTime to) {
    return Duration.between(from, to).toMinutes() / 1440.0;
  }

  private static LocalDateTime time(NamedCsvRecord row, String column) {
    return LocalDateTime.parse(row.getField(column));
  }

  private static double number(NamedCsvRecord row, String column) {
    String text = row.getField(column);
    return text.isEmpty() ? 0 : Double.parseDouble(text);
  }
}
