package dev.linchpin.answers;

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
  default String change(@Nullable LocalDate said, @Nullable LocalDate exact, DateWords words) {
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
    long days = ChronoUnit.DAYS.between(by(), now);
    if (days == 0) {
      return "The same date as " + than + ".";
    }
    return "%s %s than %s.".formatted(span(Math.abs(days)), days > 0 ? "later" : "earlier", than);
  }

  /// "3 days", "5 weeks".
  static String span(long days) {
    boolean inWeeks = days > DAYS_SAID_MAX;
    long count = inWeeks ? Math.round(days / 7.0) : days;
    return count + (inWeeks ? " week" : " day") + (count == 1 ? "" : "s");
  }
}
