package dev.linchpin.helpdesk.web;

import dev.linchpin.web.shell.Dates;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A moment as lists show it, with its full form for the `time` element.
///
/// @param text "12 Mar", or empty when it is unknown
/// @param machine "2027-03-12T16:20"
/// @param full "12 March 2027, 16:20"
public record When(String text, String machine, String full) {
  public static When of(@Nullable LocalDateTime at, LocalDateTime now) {
    if (at == null) {
      return new When("", "", "");
    }
    return new When(Dates.day(at.toLocalDate(), now.toLocalDate()), at.toString(), Dates.full(at));
  }

  /// With the time of day: "12 Mar, 16:20".
  public static When moment(LocalDateTime at, LocalDateTime now) {
    When day = of(at, now);
    return new When(
        at.toLocalDate().equals(now.toLocalDate())
            ? "today, " + Dates.clock(at)
            : day.text() + ", " + Dates.clock(at),
        day.machine(),
        day.full());
  }

  /// "3 hours", "4 days", "6 weeks".
  static String since(LocalDateTime at, LocalDateTime now) {
    Duration age = Duration.between(at, now);
    if (age.toHours() < 1) {
      return "under an hour";
    }
    if (age.toHours() < 24) {
      return count(age.toHours(), "hour");
    }
    return age.toDays() < 21 ? count(age.toDays(), "day") : count(age.toDays() / 7, "week");
  }

  /// "40 minutes", "3.5 hours", "21 hours".
  static String length(Duration time) {
    if (time.toMinutes() < 60) {
      return count(time.toMinutes(), "minute");
    }
    double hours = time.toMinutes() / 60.0;
    return hours < 10
        ? "%.1f hours".formatted(hours).replace(".0", "").replaceFirst("^1 hours", "1 hour")
        : "%,.0f hours".formatted(hours);
  }

  public static String count(long number, String thing) {
    return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }
}
