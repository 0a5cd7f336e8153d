package dev.linchpin.directory;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether somebody is at work now, and if not, when next. Times are in the organisation's zone.
public sealed interface Presence {
  /// How far ahead the next working time is looked for.
  int DAYS_AHEAD_MAX = 400;

  /// From here on a weekday alone could be taken for an earlier one.
  int DAYS_PER_WEEK = 7;

  /// Like "in today until 17:00", to follow a name and a comma.
  String words();

  /// When the person is at work next; now's empty, and also when no working time is in sight.
  Optional<LocalDateTime> back();

  default boolean atWork() {
    return this instanceof In;
  }

  /// At work; short breaks up to [#until] are bridged by [WorkingTime] when today goes on.
  record In(LocalDateTime until, LocalDate today) implements Presence {
    @Override
    public String words() {
      return until.toLocalDate().equals(today)
          ? "in today until " + time(until)
          : "in until " + dayAndTime(until);
    }

    @Override
    public Optional<LocalDateTime> back() {
      return Optional.empty();
    }
  }

  /// Not yet, or in a break; works later today.
  record Later(LocalDateTime from) implements Presence {
    @Override
    public String words() {
      return "in today from " + time(from);
    }

    @Override
    public Optional<LocalDateTime> back() {
      return Optional.of(from);
    }
  }

  /// On leave, or leave begins before the next working time.
  ///
  /// @param until the last day of leave, included
  /// @param next null when no working time is in sight
  record Away(LocalDate until, @Nullable LocalDateTime next) implements Presence {
    @Override
    public String words() {
      return "away until " + day(until);
    }

    @Override
    public Optional<LocalDateTime> back() {
      return Optional.ofNullable(next);
    }
  }

  /// Today is no working day.
  ///
  /// @param reason the holiday's name or the weekday
  /// @param next null when no working time is in sight
  record NotToday(String reason, @Nullable LocalDateTime next) implements Presence {
    @Override
    public String words() {
      return "not at work today (" + reason + ")";
    }

    @Override
    public Optional<LocalDateTime> back() {
      return Optional.ofNullable(next);
    }
  }

  /// Today's work is over.
  ///
  /// @param next null when no working time is in sight
  record Gone(@Nullable LocalDateTime next, LocalDate today) implements Presence {
    @Override
    public String words() {
      if (next == null) {
        return "not at work";
      }
      boolean thisWeek = next.toLocalDate().isBefore(today.plusDays(DAYS_PER_WEEK));
      return "not at work until "
          + (thisWeek ? dayAndTime(next) : day(next.toLocalDate()) + ", " + time(next));
    }

    @Override
    public Optional<LocalDateTime> back() {
      return Optional.ofNullable(next);
    }
  }

  /// Like "Friday 12 March".
  static String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH).format(day);
  }

  /// Like "Monday 08:00".
  static String dayAndTime(LocalDateTime at) {
    return DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH).format(at);
  }

  private static String time(LocalDateTime at) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).format(at);
  }
}
