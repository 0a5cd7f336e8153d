package dev.linchpin.forecast.load;

import java.time.Month;
import java.util.Arrays;

/*
 * The usual course of a year: for each month, what its weeks brought over the mean of the year
 * before each of them, leaning on "as any month" like four weeks.
 *
 * Needs two years, and must have helped: over the last year, looked at week by week with only what
 * was known four weeks earlier, the error with it has to be 8 % smaller than without. On a series
 * that has no season it would otherwise only add noise.
 */
/// Which months are busier than others.
public final class Season {
  /// Every month is as any other: nothing was learned, or it did not help.
  public static final Season NONE = new Season(ones());

  private static final int YEAR = 52;
  private static final int LEVEL_WEEKS = 13;
  private static final int AHEAD = 4;
  private static final double LEAN = 4;
  private static final double HELP_MIN = 0.08;

  private final double[] months;

  private Season(double[] months) {
    this.months = months;
  }

  /// @param weeks the longest past there is, one amount a week
  public static Season of(Series weeks) {
    if (weeks.length() < 2 * YEAR || weeks.mean() == 0) {
      return NONE;
    }
    double with = 0;
    double without = 0;
    for (int i = Math.max(weeks.length() - YEAR, YEAR + LEVEL_WEEKS); i < weeks.length(); i++) {
      Series known = weeks.past(i - AHEAD + 1);
      if (weeks.isSeen(i)) {
        with += Math.abs(weeks.at(i) - learned(known).expected(known, monthOf(weeks, i)));
        without += Math.abs(weeks.at(i) - NONE.expected(known, monthOf(weeks, i)));
      }
    }
    return with < (1 - HELP_MIN) * without ? learned(weeks) : NONE;
  }

  public boolean isKnown() {
    return this != NONE;
  }

  /// How many times a usual week's load a week of this month brings.
  public double factor(Month month) {
    return months[month.getValue() - 1];
  }

  /// The mean of the last weeks without their own season, with that of the month.
  private double expected(Series known, Month month) {
    Series late = known.last(LEVEL_WEEKS);
    double sum = 0;
    double usual = 0;
    for (int i = 0; i < late.length(); i++) {
      sum += late.isSeen(i) ? late.at(i) : 0;
      usual += late.isSeen(i) ? factor(monthOf(late, i)) : 0;
    }
    return usual == 0 ? 0 : sum / usual * factor(month);
  }

  private static Season learned(Series weeks) {
    double[] sum = new double[12];
    double[] count = new double[12];
    for (int i = LEVEL_WEEKS; i < weeks.length(); i++) {
      double level = weeks.past(i).last(YEAR).mean();
      if (weeks.isSeen(i) && level > 0) {
        sum[monthOf(weeks, i).getValue() - 1] += weeks.at(i) / level;
        count[monthOf(weeks, i).getValue() - 1]++;
      }
    }
    double[] months = new double[12];
    for (int i = 0; i < months.length; i++) {
      months[i] = (sum[i] + LEAN) / (count[i] + LEAN);
    }
    double mean = Arrays.stream(months).average().orElse(1);
    return new Season(Arrays.stream(months).map(month -> month / mean).toArray());
  }

  /// The month that holds most of the week.
  private static Month monthOf(Series weeks, int at) {
    return weeks.day(at).plusDays(3).getMonth();
  }

  private static double[] ones() {
    double[] months = new double[12];
    Arrays.fill(months, 1);
    return months;
  }
}
