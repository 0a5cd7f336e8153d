package dev.linchpin.bench.calibration;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linchpin.forecast.load.Ahead;
import dev.linchpin.forecast.load.Hours;
import dev.linchpin.forecast.load.Level;
import dev.linchpin.forecast.load.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/*
 * Hours of a task count in the week in which it was completed, because nobody knew them earlier.
 * Weeks from the first one in which operational work was booked in two weeks running; in one
 * directory the first half year only teaches, in two the first one's weeks do.
 */
/// SiP: hours of operational tasks in each of the next four weeks.
final class SipHours implements BackTest {
  private static final int TEACHING_WEEKS = 26;

  private static final int QUARTER = 13;

  @Override
  public String set() {
    return "sip";
  }

  /// Hours of one operational task.
  private record Booked(LocalDate monday, double hours) {}

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    Map<String, Booked> booked = booked(train);
    LocalDate taught =
        booked.values().stream().map(Booked::monday).max(LocalDate::compareTo).orElseThrow();
    booked(test).forEach(booked::putIfAbsent);
    Series all = weeks(booked.values());
    int from =
        train.equals(test)
            ? TEACHING_WEEKS
            : (int) ((taught.toEpochDay() - all.first().toEpochDay()) / 7) + 1;
    Map<String, Ahead> methods = new LinkedHashMap<>();
    methods.put(Report.OURS, new Hours());
    methods.put("linchpin-level", (past, steps) -> Optional.of(Level.of(past).ahead(steps)));
    methods.put("naive", Naive.seasonal(1));
    methods.put("last-13-weeks", Naive.last(1, 13));
    methods.put("last-52-weeks", Naive.last(1, 52));
    new Rolling("hours", "4-weeks", all, from, 4)
        .mark(methods, report, List.of("naive", "last-52-weeks"));
    quarter(all, from, report);
    Alarms.print("hours", all, report);
  }

  /// What moves dates is a quarter's hours, not one week's: the level and how unsure it is.
  private static void quarter(Series all, int from, Report report) {
    Map<String, Ahead> methods = new LinkedHashMap<>();
    methods.put(Report.OURS, (past, steps) -> Optional.of(Level.of(past).total(steps)));
    methods.put("same-as-before", Naive.sameTotal());
    new Rolling("hours", "13-weeks", all, from, QUARTER)
        .markTotal(methods, report, List.of("same-as-before"));
  }

  private static Series weeks(Iterable<Booked> booked) {
    var hours = new TreeMap<LocalDate, Double>();
    booked.forEach(one -> hours.merge(one.monday(), one.hours(), Double::sum));
    LocalDate first =
        hours.keySet().stream()
            .filter(monday -> hours.containsKey(monday.plusWeeks(1)))
            .findFirst()
            .orElseThrow();
    double[] weeks =
        first
            .datesUntil(hours.lastKey().plusDays(1), Period.ofWeeks(1))
            .mapToDouble(monday -> hours.getOrDefault(monday, 0.0))
            .toArray();
    return Series.of(first, Series.Step.WEEK, weeks);
  }

  private static Map<String, Booked> booked(Path folder) throws IOException {
    Map<String, NamedCsvRecord> dates = new HashMap<>();
    Table.read(folder, "est-act-dates.csv")
        .forEach(row -> dates.putIfAbsent(row.getField("TaskNumber"), row));
    Map<String, Booked> booked = new HashMap<>();
    for (NamedCsvRecord row : Table.read(folder, "Sip-task-info.csv")) {
      String number = row.getField("TaskNumber");
      NamedCsvRecord when = dates.get(number);
      String hours = row.getField("HoursActual");
      if (row.getField("Category").equals("Operational")
          && when != null
          && !when.getField("CompletedOn").isEmpty()
          && !hours.isEmpty()) {
        LocalDate monday =
            SipTasks.day(when.getField("CompletedOn"))
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        booked.putIfAbsent(number, new Booked(monday, Double.parseDouble(hours)));
      }
    }
    return booked;
  }
}
