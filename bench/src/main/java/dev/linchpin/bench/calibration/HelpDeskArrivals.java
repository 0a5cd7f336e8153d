package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.load.Ahead;
import dev.linchpin.forecast.load.Arrivals;
import dev.linchpin.forecast.load.Level;
import dev.linchpin.forecast.load.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/*
 * A ticket arrives on the day of its first event, by the wall clock of the file. In one directory
 * the first 13 weeks only teach; in two, the days after the last one of the first directory are
 * forecast, and whatever lies before a day teaches.
 */
/// Italian help desk: new tickets on each of the next seven days.
final class HelpDeskArrivals implements BackTest {
  private static final String EVENTS = "events.csv";
  private static final int TEACHING_DAYS = 91;
  private static final int QUARTER = 13;

  @Override
  public String set() {
    return "helpdesk-italian";
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    Map<String, LocalDate> opened = opened(train, EVENTS);
    LocalDate taught = Collections.max(opened.values());
    opened(test, EVENTS).forEach(opened::putIfAbsent);
    List<LocalDate> days = new ArrayList<>(opened.values());
    LocalDate first = Collections.min(days);
    Series all = Series.counting(days, first, Collections.max(days));
    int from =
        train.equals(test) ? TEACHING_DAYS : (int) (taught.toEpochDay() - first.toEpochDay()) + 1;
    Map<String, Ahead> methods = new LinkedHashMap<>();
    methods.put(Report.OURS, new Arrivals());
    methods.put("seasonal-naive", Naive.seasonal(7));
    methods.put("weekday-13-weeks", Naive.last(7, 13));
    methods.put("ses", Naive.smoothing(7));
    new Rolling("arrivals", "7-days", all, from, 7)
        .mark(methods, report, List.of("seasonal-naive", "weekday-13-weeks"));
    quarter(all.weeks(), Math.ceilDiv(from, 7), report);
    Alarms.print("arrivals", all, report);
  }

  /// The level that the runs of a forecast draw from, here of tickets instead of hours.
  private static void quarter(Series weeks, int from, Report report) {
    Map<String, Ahead> methods = new LinkedHashMap<>();
    methods.put(Report.OURS, (past, steps) -> Optional.of(Level.of(past).total(steps)));
    methods.put("same-as-before", Naive.sameTotal());
    new Rolling("arrivals", "13-weeks", weeks, from, QUARTER)
        .markTotal(methods, report, List.of("same-as-before"));
  }

  /// The day of the first event of each case.
  static Map<String, LocalDate> opened(Path folder, String file) throws IOException {
    Map<String, LocalDate> opened = new HashMap<>();
    for (var row : Table.read(folder, file)) {
      LocalDate day = LocalDate.parse(row.getField("timestamp").substring(0, 10));
      opened.merge(row.getField("case"), day, (a, b) -> a.isBefore(b) ? a : b);
    }
    return opened;
  }
}
