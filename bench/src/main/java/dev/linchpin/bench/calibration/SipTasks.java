package dev.linchpin.bench.calibration;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linchpin.forecast.History;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.learn.Likeness;
import dev.linchpin.forecast.learn.TaskRatios;
import dev.linchpin.forecast.score.Sample;
import dev.linchpin.forecast.score.Scored;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/*
 * Split: forward in time. A task is forecast on the day of its estimate from tasks that were
 * completed on an earlier day. In one directory the first third, by the day of the estimate, only
 * teaches; in two, all of the second is forecast, and what of it was completed earlier teaches too.
 */
/// SiP: hours of single tasks of one company.
final class SipTasks implements BackTest {
  /// How often it is looked anew whether kind and person say anything: it takes long.
  private static final int CHOOSE_EVERY = 500;

  private static final Sample POINT = Sample.of(1);
  private static final Sample NARROW = Pert.of(0.8, 1.5);
  private static final Sample WIDE = Pert.of(0.5, 3);

  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1990)
          .toFormatter(Locale.ENGLISH);

  @Override
  public String set() {
    return "sip";
  }

  /// A finished task.
  private record Task(
      String number,
      String kind,
      String person,
      double hours,
      double actual,
      LocalDate estimatedOn,
      LocalDate completedOn) {
    History.Finished finished() {
      return new History.Finished(
          new ProjectId("sip"),
          seconds(hours),
          seconds(actual),
          kind,
          new PersonId(person),
          completedOn.atStartOfDay());
    }

    private static Duration seconds(double hours) {
      return Duration.ofSeconds(Math.round(hours * 3600));
    }
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    List<Task> known = tasks(train);
    List<Task> wanted;
    if (train.equals(test)) {
      wanted = known.subList(known.size() / 3, known.size());
    } else {
      wanted = tasks(test);
      known = new ArrayList<>(known);
      known.addAll(wanted);
    }
    mark(known, wanted, report);
  }

  private static void mark(List<Task> known, List<Task> wanted, Report report) {
    Map<String, BiFunction<TaskRatios, Task, Sample>> methods = new LinkedHashMap<>();
    methods.put(
        Report.OURS,
        (learned, task) -> learned.of(task.hours(), task.kind(), task.person()).sample());
    methods.put("point", (_, _) -> POINT);
    methods.put("pert-08-1-15", (_, _) -> NARROW);
    methods.put("pert-05-1-3", (_, _) -> WIDE);
    Marks marks = new Marks(report, "effort");
    SplittableRandom random = new SplittableRandom(1);
    TaskRatios learned = TaskRatios.of(History.NONE);
    int nextChoice = 0;
    Likeness likeness = Likeness.NONE;
    LocalDate learnedOn = LocalDate.MIN;
    for (int i = 0; i < wanted.size(); i++) {
      Task task = wanted.get(i);
      if (!task.estimatedOn().equals(learnedOn)) {
        learnedOn = task.estimatedOn();
        History before = before(known, learnedOn);
        if (i >= nextChoice) {
          likeness = Likeness.chosen(before);
          nextChoice += CHOOSE_EVERY;
        }
        learned = TaskRatios.of(before, likeness);
      }
      double u = random.nextDouble();
      for (var method : methods.entrySet()) {
        Sample forecast = method.getValue().apply(learned, task).times(task.hours());
        marks.add("start", method.getKey(), task.number(), Scored.of(forecast, task.actual(), u));
      }
    }
    marks.print("start");
    marks.compare("start", "pert-05-1-3");
    marks.compare("start", "point");
  }

  private static History before(List<Task> known, LocalDate day) {
    return new History(
        known.stream()
            .filter(task -> task.completedOn().isBefore(day))
            .sorted(Comparator.comparing(Task::completedOn))
            .map(Task::finished)
            .toList());
  }

  private static List<Task> tasks(Path folder) throws IOException {
    Map<String, NamedCsvRecord> dates = new HashMap<>();
    Table.read(folder, "est-act-dates.csv")
        .forEach(row -> dates.putIfAbsent(row.getField("TaskNumber"), row));
    Map<String, Task> tasks = new HashMap<>();
    for (NamedCsvRecord row : Table.read(folder, "Sip-task-info.csv")) {
      NamedCsvRecord when = dates.get(row.getField("TaskNumber"));
      if (when != null
          && !when.getField("EstimateOn").isEmpty()
          && !when.getField("CompletedOn").isEmpty()) {
        Task task = task(row, when);
        if (task.hours() > 0 && task.actual() > 0) {
          tasks.putIfAbsent(task.number(), task);
        }
      }
    }
    return tasks.values().stream()
        .sorted(Comparator.comparing(Task::estimatedOn).thenComparing(Task::number))
        .toList();
  }

  private static Task task(NamedCsvRecord row, NamedCsvRecord when) {
    return new Task(
        row.getField("TaskNumber"),
        row.getField("SubCategory"),
        row.getField("DeveloperID"),
        Double.parseDouble(row.getField("HoursEstimate")),
        Double.parseDouble(row.getField("HoursActual")),
        day(when.getField("EstimateOn")),
        day(when.getField("CompletedOn")));
  }

  /// "02-Nov-04".
  static LocalDate day(String text) {
    return LocalDate.parse(text, DAY);
  }
}
