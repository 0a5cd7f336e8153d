package dev.linchpin.planning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Days in words; the year is said when it is not this one.
///
/// @param today what "this year" is measured from
public record DateWords(LocalDate today) {
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
  private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");
  private static final int MID_MONTH = 15;

  /// "Monday 29 March".
  public String weekday(LocalDate day) {
    return WEEKDAY.format(day) + year(day, " ");
  }

  /// "29 March".
  public String day(LocalDate day) {
    return DAY.format(day) + year(day, " ");
  }

  /// "29 Mar".
  public String brief(LocalDate day) {
    return SHORT.format(day) + year(day, " ");
  }

  /// "mid June", "the end of June".
  String halfMonthEnd(LocalDate last) {
    return (last.getDayOfMonth() <= MID_MONTH ? "mid " : "the end of ") + month(last);
  }

  /// "the start of June", "mid June".
  String halfMonthStart(LocalDate first) {
    return (first.getDayOfMonth() < MID_MONTH ? "the start of " : "mid ") + month(first);
  }

  /// "the third quarter".
  String quarter(LocalDate day) {
    int quarter = (day.getMonthValue() - 1) / 3;
    return "the " + QUARTERS.get(quarter) + " quarter" + year(day, " of ");
  }

  private String month(LocalDate day) {
    return MONTH.format(day) + year(day, " ");
  }

  private String year(LocalDate day, String before) {
    return day.getYear() == today.getYear() ? "" : before + day.getYear();
  }
}
