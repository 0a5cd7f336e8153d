package dev.linchpin.sample;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ChangeWindow.Freeze;
import dev.linchpin.forecast.ChangeWindow.Weekly;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.planning.ChangeWindows;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/// When the sample's live systems may be changed.
@Component
class SampleWindows {
  private static final int EVENING = 18 * 60;
  private static final int MORNING = 6 * 60;

  private final ChangeWindows windows;

  SampleWindows(ChangeWindows windows) {
    this.windows = windows;
  }

  /// What a plan file calls "nights" or "weekends".
  static WindowId id(String name) {
    return new WindowId(SampleStaff.uuid("window " + name).toString());
  }

  void plant(LocalDate today) {
    var closing =
        new Freeze("Finance closes its books", days(today.plusDays(24), today.plusDays(34)));
    add(
        "nights",
        "Network nights",
        List.of(
            new Weekly(DayOfWeek.TUESDAY, EVENING, DayOfWeek.WEDNESDAY, MORNING),
            new Weekly(DayOfWeek.THURSDAY, EVENING, DayOfWeek.FRIDAY, MORNING)),
        List.of(),
        3);
    add(
        "weekends",
        "Weekends",
        List.of(new Weekly(DayOfWeek.FRIDAY, EVENING, DayOfWeek.MONDAY, MORNING)),
        List.of(closing),
        5);
  }

  private void add(String id, String name, List<Weekly> week, List<Freeze> freezes, int leadDays) {
    windows.add(
        new ChangeWindow(id(id), name, week, List.of(), freezes, Duration.ofDays(leadDays), true),
        SampleStaff.BY);
  }

  private static DayRange days(LocalDate first, LocalDate last) {
    return new DayRange(first, last);
  }
}
