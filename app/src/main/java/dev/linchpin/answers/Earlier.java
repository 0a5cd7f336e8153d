package dev.linchpin.answers;

import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.DateWords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A date that was said or forecast before, to compare today's with.
public sealed interface Earlier {
  /// Beyond so many days we speak of weeks.
  int DAYS_SAID_MAX = 13;

  LocalDate by();

  /// What the one who asks told somebody last.
  record Told(LocalDate by, LocalDate on) implements Earlier {}

  /// The forecast of a week ago.
  record LastWeek(LocalDate by) implements Earlier {}

  /// "2 days later than last week." What was told is compared with what is said today, and the
  /// forecast of last week with the forecast of today, so that rounding looks like no change.
  ///
  /// @param said today's by-date; null when none can be named
  /// @param exact today's forecast of it
  default String change(@Nullable LocalDate said, @Nullable LocalDate exact, AskedAt asked) {
    var words = new DateWords(asked.today());
    LocalDate now = this instanceof Told || exact == null ? said : exact;
    if (said == null || now == null) {
      return switch (this) {
        case Told told ->
            "On %s you told %s. That no longer stands."
                .formatted(words.day(told.on()), words.day(told.by()));
        case LastWeek last -> "Last week the date was %s.".formatted(words.day(last.by()));
      };
    }
    String than =
        switch (this) {
          case Told told -> "what you told on " + words.day(told.on());
          case LastWeek _ -> "last week";
        };
    if (now.equals(by())) {
      return "The same date as " + than + ".";
    }
    return now.isAfter(by())
        ? "%s later than %s.".formatted(moved(by(), now, asked), than)
        : "%s earlier than %s.".formatted(moved(now, by(), asked), than);
  }

  /// "2 working days", "5 weeks"; days where none between is a working day.
  private static String moved(LocalDate from, LocalDate to, AskedAt asked) {
    long days = ChronoUnit.DAYS.between(from, to);
    int workdays = asked.workdaysBetween(from, to);
    return days > DAYS_SAID_MAX || workdays == 0
        ? span(days)
        : workdays + " working day" + (workdays == 1 ? "" : "s");
  }

  /// "3 days", "5 weeks".
  static String span(long days) {
    boolean inWeeks = days > DAYS_SAID_MAX;
    long count = inWeeks ? Math.round(days / 7.0) : days;
    return count + (inWeeks ? " week" : " day") + (count == 1 ? "" : "s");
  }
}
