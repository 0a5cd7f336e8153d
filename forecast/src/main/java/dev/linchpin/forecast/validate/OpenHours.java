package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.ChangeWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// When change windows are open, looked up one stretch after the other.
record OpenHours(List<ChangeWindow> windows) {
  private static final int MINUTES_PER_WEEK = 10_080;

  /// True if all of the windows are open from a time to a time; for one and the same, at it.
  boolean areOpen(LocalDateTime from, LocalDateTime to) {
    return windows.stream().allMatch(window -> isOpen(window, from, to));
  }

  private static boolean isOpen(ChangeWindow window, LocalDateTime from, LocalDateTime to) {
    for (ChangeWindow.Freeze freeze : window.freezes()) {
      LocalDateTime thaws = freeze.days().last().plusDays(1).atStartOfDay();
      if (freeze.days().first().atStartOfDay().isBefore(to) && thaws.isAfter(from)) {
        return false;
      }
    }
    if (window.isUsuallyOpen()) {
      return true;
    }
    LocalDateTime at = from;
    do {
      LocalDateTime until = openUntil(window, at);
      if (!until.isAfter(at)) {
        return from.equals(to) && !openUntil(window, at.minusMinutes(1)).isBefore(at);
      }
      at = until;
    } while (at.isBefore(to));
    return true;
  }

  /// The end of a stretch that is open at a time; that time itself if none is.
  private static LocalDateTime openUntil(ChangeWindow window, LocalDateTime at) {
    LocalDateTime until = at;
    for (var range : window.dates()) {
      if (!range.from().isAfter(at) && range.to().isAfter(until)) {
        until = range.to();
      }
    }
    for (var weekly : window.week()) {
      LocalDate day = at.toLocalDate().with(TemporalAdjusters.previousOrSame(weekly.from()));
      LocalDateTime opens = day.atStartOfDay().plusMinutes(weekly.fromMinute());
      if (opens.isAfter(at)) {
        opens = opens.minusWeeks(1);
      }
      LocalDateTime closes = opens.plusMinutes(length(weekly));
      if (closes.isAfter(until)) {
        until = closes;
      }
    }
    return until;
  }

  private static int length(ChangeWindow.Weekly weekly) {
    int length =
        minuteOfWeek(weekly.to(), weekly.toMinute())
            - minuteOfWeek(weekly.from(), weekly.fromMinute());
    return length <= 0
        ? length + MINUTES_PER_WEEK
        : length > MINUTES_PER_WEEK ? length - MINUTES_PER_WEEK : length;
  }

  private static int minuteOfWeek(DayOfWeek day, int minute) {
    return (day.getValue() - 1) * 1_440 + minute;
  }
}
