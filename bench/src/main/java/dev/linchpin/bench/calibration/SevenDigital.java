package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.load.Ahead;
import dev.linchpin.forecast.load.Arrivals;
import dev.linchpin.forecast.load.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/*
 * In one directory the first half year only teaches; in two, the weeks after the last day of the
 * first directory are forecast.
 */
/// 7digital: how many work items are done in the next four weeks.
final class SevenDigital implements BackTest {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final int TEACHING_WEEKS = 26;
  private static final int AHEAD = 4;

  @Override
  public String set() {
    return "sevendigital";
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    List<LocalDate> done = new ArrayList<>(done(train));
    LocalDate taught = Collections.max(done);
    if (!train.equals(test)) {
      done.addAll(done(test));
    }
    Series all = Series.counting(done, Collections.min(done), Collections.max(done)).weeks();
    int from =
        train.equals(test)
            ? TEACHING_WEEKS
            : (int) ((taught.toEpochDay() - all.first().toEpochDay()) / 7) + 1;
    var arrivals = new Arrivals();
    Map<String, Ahead> methods = new LinkedHashMap<>();
    methods.put(Report.OURS, arrivals::total);
    methods.put("same-as-before", Naive.sameTotal());
    methods.put("mean-so-far", Naive.meanTotal());
    new Rolling("arrivals", "4-weeks", all, from, AHEAD)
        .markTotal(methods, report, List.of("same-as-before", "mean-so-far"));
  }

  private static List<LocalDate> done(Path folder) throws IOException {
    return Table.read(folder, "features.csv").stream()
        .map(row -> row.getField("Done"))
        .filter(day -> !day.isEmpty())
        .map(day -> LocalDate.parse(day, DAY))
        .toList();
  }
}
