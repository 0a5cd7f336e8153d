package dev.linchpin.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/*
 * No false precision: the further away, the coarser we speak.
 *
 * Each step rounds what the step before gave: day, last working day of the week, last working day
 * of the half month, last working day of the quarter. Every step only moves a day later and keeps
 * the order, so a later forecast is never said as an earlier date, also not where one precision
 * ends and the next begins. Looks wrong, is right: a date near the middle of a month may be said as
 * its end, because its week ends after the middle.
 */

/// A date as it is said: rounded outward by how far away it is, and always a working day.
///
/// @param day the last day that the words still include
/// @param midday whether they end at midday of it
/// @param words with the preposition apart: "Monday 29 March", "the week that ends on 16 April"
public record SaidDate(LocalDate day, boolean midday, Precision precision, String words) {
  private static final LocalTime MIDDAY = LocalTime.NOON;
  private static final int MID_MONTH = 15;

  /// How exactly a date is said.
  public enum Precision {
    HALF_DAY,
    DAY,
    WEEK,
    HALF_MONTH,
    QUARTER;

    static final int HALF_DAY_WORKDAYS_MAX = 2;
    static final int DAY_WEEKS_MAX = 2;
    static final int WEEK_WEEKS_MAX = 8;
    static final int HALF_MONTH_MONTHS_MAX = 6;

    public static Precision of(LocalDate day, AskedAt asked) {
      LocalDate today = asked.today();
      if (!day.isAfter(asked.workdaysAhead(HALF_DAY_WORKDAYS_MAX))) {
        return HALF_DAY;
      }
      if (!day.isAfter(today.plusWeeks(DAY_WEEKS_MAX))) {
        return DAY;
      }
      if (!day.isAfter(today.plusWeeks(WEEK_WEEKS_MAX))) {
        return WEEK;
      }
      return day.isAfter(today.plusMonths(HALF_MONTH_MONTHS_MAX)) ? QUARTER : HALF_MONTH;
    }
  }

  /// The end of a time in which it will be done: never before `exact`, never in the past.
  public static SaidDate by(LocalDateTime exact, AskedAt asked) {
    LocalDateTime end = exact.isBefore(asked.now()) ? asked.now() : exact;
    LocalDateTime workable = asked.workableFrom(end);
    LocalDate day = workable.toLocalDate();
    var words = new DateWords(asked.today());
    return switch (Precision.of(day, asked)) {
      case HALF_DAY -> halfDay(workable, words);
      case DAY -> new SaidDate(day, false, Precision.DAY, words.weekday(day));
      case WEEK -> {
        LocalDate last = weekEnd(day, asked);
        yield new SaidDate(last, false, Precision.WEEK, "the week that ends on " + words.day(last));
      }
      case HALF_MONTH -> {
        LocalDate last = halfMonthEnd(weekEnd(day, asked), asked);
        yield new SaidDate(last, false, Precision.HALF_MONTH, words.halfMonthEnd(last));
      }
      case QUARTER -> {
        LocalDate last = quarterEnd(halfMonthEnd(weekEnd(day, asked), asked), asked);
        yield new SaidDate(last, false, Precision.QUARTER, words.quarter(last));
      }
    };
  }

  /// The start of a time in which it may be done: never after `exact`, never in the past.
  public static SaidDate from(LocalDateTime exact, AskedAt asked) {
    LocalDate today = asked.today();
    LocalDate day = firstDay(exact, asked);
    var words = new DateWords(today);
    Precision precision = Precision.of(day, asked);
    return switch (precision) {
      case HALF_DAY, DAY ->
          new SaidDate(day, false, precision, day.equals(today) ? "today" : words.day(day));
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = asked.workdayFrom(monday);
        yield new SaidDate(first, false, precision, "the week of " + words.day(first));
      }
      case HALF_MONTH -> {
        LocalDate first = day.withDayOfMonth(day.getDayOfMonth() <= MID_MONTH ? 1 : MID_MONTH);
        yield new SaidDate(first, false, precision, words.halfMonthStart(first));
      }
      case QUARTER -> {
        LocalDate first = day.with(day.getMonth().firstMonthOfQuarter()).withDayOfMonth(1);
        yield new SaidDate(first, false, precision, words.quarter(first));
      }
    };
  }

  /// The working day on or before `exact`, but none that is over.
  public static LocalDate firstDay(LocalDateTime exact, AskedAt asked) {
    LocalDate today = asked.today();
    LocalDate day = exact.toLocalDate().isBefore(today) ? today : exact.toLocalDate();
    LocalDate before = asked.workdayUpTo(day);
    return before.isBefore(today) ? asked.workdayFrom(today) : before;
  }

  /// "by Monday 29 March", "in the third quarter".
  public String withPreposition() {
    return preposition() + words;
  }

  /// "by " or "in ".
  public String preposition() {
    return precision == Precision.QUARTER ? "in " : "by ";
  }

  private static SaidDate halfDay(LocalDateTime end, DateWords words) {
    LocalDate day = end.toLocalDate();
    boolean midday = !end.toLocalTime().isAfter(MIDDAY);
    String part = midday ? "midday on " : "the end of ";
    return new SaidDate(day, midday, Precision.HALF_DAY, part + words.weekday(day));
  }

  private static LocalDate weekEnd(LocalDate day, AskedAt asked) {
    return asked.workdayUpTo(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
  }

  private static LocalDate halfMonthEnd(LocalDate day, AskedAt asked) {
    LocalDate middle = asked.workdayUpTo(day.withDayOfMonth(MID_MONTH));
    return day.isAfter(middle)
        ? asked.workdayUpTo(day.with(TemporalAdjusters.lastDayOfMonth()))
        : middle;
  }

  private static LocalDate quarterEnd(LocalDate day, AskedAt asked) {
    YearMonth last = YearMonth.of(day.getYear(), day.getMonth().firstMonthOfQuarter().plus(2));
    return asked.workdayUpTo(last.atEndOfMonth());
  }
}
