package dev.linchpin.forecast;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// How often somebody is away unplanned, by illness above all, and for how long.
///
/// @param timesAYear how often it begins, in a year of being there; 0 is never
/// @param length calendar days it lasts on average, nights and weekends included; most times are
///   shorter, a few much longer
public record Absence(double timesAYear, Duration length) {
  public static final Absence NONE = new Absence(0, Duration.ZERO);

  /// Where nothing is known: 12 calendar days a year, 3 %. Insured people in IT jobs in Germany
  /// lost 12 days in 2015 (BKK, Gesundheitsreport 2016); British employees 2.6 % of their hours in
  /// 2022 (ONS, Sickness absence in the UK labour market). Ten days a time: RunClocks says from
  /// where.
  public static final Absence USUAL = new Absence(1.2, Duration.ofDays(10));

  private static final double YEAR = 365.25;

  /// Years of people, and times, that what is built in counts like.
  private static final double YEARS_BUILT_IN = 10;

  public Absence {
    double days = (double) length.toMinutes() / ChronoUnit.DAYS.getDuration().toMinutes();
    Checks.require(
        timesAYear >= 0 && days >= 0 && timesAYear * days <= YEAR,
        "An absence begins 0 times a year or more and fits into the year: %s times %s days do not.",
        timesAYear,
        days);
  }

  /// What to expect of people whose absences are known; pulled to what is built in, as if ten years
  /// of one person had been usual.
  ///
  /// @param times each absence of each of them, of one time
  /// @param years for how long they were looked at, all together
  public static Absence learned(List<DayRange> times, double years) {
    Checks.require(years >= 0, "Years are not negative: %s.", years);
    double before = YEARS_BUILT_IN * USUAL.timesAYear;
    double days = before * USUAL.days();
    for (DayRange it : times) {
      days += ChronoUnit.DAYS.between(it.first(), it.last()) + 1;
    }
    double all = before + times.size();
    return new Absence(
        all / (YEARS_BUILT_IN + years),
        Duration.ofMinutes(Math.round(days / all * ChronoUnit.DAYS.getDuration().toMinutes())));
  }

  /// Calendar days it lasts on average.
  public double days() {
    return (double) length.toMinutes() / ChronoUnit.DAYS.getDuration().toMinutes();
  }

  /// Share of the days that are lost, 0 to 1.
  public double share() {
    return timesAYear * days() / (YEAR + timesAYear * days());
  }

  /// Calendar days of being there, on average, until it begins.
  public double daysBetween() {
    return YEAR / timesAYear;
  }
}
