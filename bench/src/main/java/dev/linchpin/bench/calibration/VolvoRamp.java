package dev.linchpin.bench.calibration;

import dev.linchpin.forecast.load.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;

/*
 * The log was cut in May 2012 by the end of its cases, so the number of new ones grows from 8 a
 * week in January to 3,600 in its last week. No forecast is made of that: it must be flagged.
 */
/// Volvo IT: when its ramp would have been flagged.
final class VolvoRamp implements BackTest {
  /// Single forerunners lie years before.
  private static final LocalDate FIRST = LocalDate.of(2011, 10, 3);

  @Override
  public String set() {
    return "bpic2013-volvo-it";
  }

  @Override
  public void run(Path train, Path test, Report report) throws IOException {
    Collection<LocalDate> opened = HelpDeskArrivals.opened(test, "incidents.csv").values();
    Series days = Series.counting(opened, FIRST, Collections.max(opened));
    Alarms.print("arrivals", days, report);
    report.remark("arrivals a week: %s", Arrays.toString(days.weeks().seen()));
  }
}
