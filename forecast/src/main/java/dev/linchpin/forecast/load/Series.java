package dev.linchpin.forecast.load;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/// Amounts (tickets, hours) in equal steps of time, oldest first, each 0 or more. A step that
/// nobody saw is a gap: it counts nowhere, least of all as zero. Days are days of the wall clock,
/// so the hour that summer time repeats makes no day longer.
public final class Series {
  /// A century of days.
  public static final int STEPS_MAX = 36_525;

  private static final double GAP = Double.NaN;

  private final LocalDate first;
  private final Step step;
  private final double[] values;

  /// How long one step is.
  public enum Step {
    DAY(1, 7),
    WEEK(7, 1);

    private final int days;
    private final int cycle;

    Step(int days, int cycle) {
      this.days = days;
      this.cycle = cycle;
    }

    int days() {
      return days;
    }

    /// Steps until the same place of the week comes again.
    int cycle() {
      return cycle;
    }
  }

  private Series(LocalDate first, Step step, double[] values) {
    this.first = first;
    this.step = step;
    this.values = values;
  }

  /// @param first the first day; of weeks, a Monday
  /// @param values one for each step, NaN for a gap
  /// @throws IllegalArgumentException for a negative or infinite amount, a week that starts on
  ///   another day, or more than `STEPS_MAX` steps
  public static Series of(LocalDate first, Step step, double... values) {
    require(values.length <= STEPS_MAX, "A series has at most " + STEPS_MAX + " steps.");
    require(
        step == Step.DAY || first.getDayOfWeek() == DayOfWeek.MONDAY, "A week starts on a Monday.");
    for (double value : values) {
      require(Double.isNaN(value) || (value >= 0 && value < 1e12), "An amount is 0 or more.");
    }
    return new Series(first, step, values.clone());
  }

  /// How many of the days are each day from `first` to `last`, both included. What lies outside is
  /// left out; a last day before the first makes an empty series.
  public static Series counting(Collection<LocalDate> days, LocalDate first, LocalDate last) {
    long length = Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    require(length <= STEPS_MAX, "A series has at most " + STEPS_MAX + " steps.");
    double[] values = new double[(int) length];
    for (LocalDate day : days) {
      long at = ChronoUnit.DAYS.between(first, day);
      if (at >= 0 && at < length) {
        values[(int) at]++;
      }
    }
    return new Series(first, Step.DAY, values);
  }

  public LocalDate first() {
    return first;
  }

  public Step step() {
    return step;
  }

  public int length() {
    return values.length;
  }

  /// The first day of a step; steps beyond the end have one too.
  public LocalDate day(int at) {
    return first.plusDays((long) at * step.days());
  }

  public boolean isSeen(int at) {
    return !Double.isNaN(values[at]);
  }

  /// The amount of a step; NaN in a gap.
  public double at(int at) {
    return values[at];
  }

  /// What was known after the first `length` steps.
  public Series past(int length) {
    return new Series(first, step, Arrays.copyOf(values, length));
  }

  /// The last steps, at most `length`.
  public Series last(int length) {
    int from = Math.max(0, values.length - length);
    return new Series(day(from), step, Arrays.copyOfRange(values, from, values.length));
  }

  /// The same with the steps from `from` to `to` (included) as a gap.
  public Series without(LocalDate from, LocalDate to) {
    double[] left = values.clone();
    for (int i = 0; i < left.length; i++) {
      if (!day(i).isBefore(from) && !day(i).isAfter(to)) {
        left[i] = GAP;
      }
    }
    return new Series(first, step, left);
  }

  /// The amounts that were seen, oldest first.
  public double[] seen() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  /// Mean of what was seen; 0 where nothing was.
  public double mean() {
    return Arrays.stream(seen()).average().orElse(0);
  }

  /// Whole weeks, Monday to Sunday; a week with a gap in it is a gap.
  public Series weeks() {
    if (step == Step.WEEK) {
      return this;
    }
    LocalDate monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    int skipped = (int) ChronoUnit.DAYS.between(first, monday);
    int count = Math.max(0, (values.length - skipped) / 7);
    double[] weeks =
        IntStream.range(0, count)
            .mapToDouble(week ->
                IntStream.range(0, 7).mapToDouble(day -> values[skipped + 7 * week + day]).sum())
            .toArray();
    return new Series(monday, Step.WEEK, weeks);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
