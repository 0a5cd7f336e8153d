package dev.linchpin.sample;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.ChangeWindow.Freeze;
import dev.linchpin.forecast.ChangeWindow.Weekly;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.planning.ChangeWindows;
import dev.linchpin.planning.ChangeWindows.Kept;
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

  void plant() {
    add(
        "nights",
        "Network nights",
        List.of(
            new Weekly(DayOfWeek.TUESDAY, EVENING, DayOfWeek.WEDNESDAY, MORNING),
            new Weekly(DayOfWeek.THURSDAY, EVENING, DayOfWeek.FRIDAY, MORNING)),
        3);
    add(
        "weekends",
        "Weekends",
        List.of(new Weekly(DayOfWeek.FRIDAY, EVENING, DayOfWeek.MONDAY, MORNING)),
        5);
  }

  /// Finance asked for it a few days ago.
  void freeze(LocalDate today) {
    var days = new DayRange(today.plusDays(24), today.plusDays(34));
    var freeze = new Freeze("Finance closes its books", days);
    Kept kept = windows.find(id("weekends")).orElseThrow();
    ChangeWindow window = kept.window();
    windows.put(
        kept,
        new ChangeWindow(
            window.id(),
            window.name(),
            window.week(),
            window.dates(),
            List.of(freeze),
            window.lead(),
            window.outOfHours()),
        SampleStaff.BY);
  }

  private void add(String id, String name, List<Weekly> week, int leadDays) {
    windows.add(
        new ChangeWindow(id(id), name, week, List.of(), List.of(), Duration.ofDays(leadDays), true),
        SampleStaff.BY);
  }
}
