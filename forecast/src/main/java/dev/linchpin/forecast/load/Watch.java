package dev.linchpin.forecast.load;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/*
 * Watches a load week by week for a change of regime: a cumulative sum [1] of what each week's
 * logarithm lies off what the weeks before let expect, in standard deviations.
 *
 * Expected is the mean of the last half year, pulled towards last week as far as weeks follow each
 * other and as far as last week was a usual one: a surge that fades is no new regime, but one
 * beyond all others is not expected to last either. A week counts at most 4 up and 3 down, less 1
 * that is allowed; from 2.5 on it is a change, so one extreme week or two unusual ones say it.
 * Then everything is learned anew from the first unusual week on, and six weeks are needed before
 * the next word.
 *
 * Where days are known, a week is also judged before it is over, against its usual course, from
 * 0.3 of a usual week on: only for a rise, since nobody knows yet whether a quiet Monday stays one.
 *
 * Limits: lower ones see more and cry wolf. The table is in docs/help-desk-load.md.
 *
 * [1] E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954).
 */
/// Says when a load left its usual level, from the weeks (or days) up to then alone.
public final class Watch {
  private static final double ALLOWED = 1;
  private static final double LIMIT = 2.5;
  private static final double RISE_MAX = 4;
  private static final double FALL_MAX = 3;
  private static final double PART_MIN = 0.3;
  private static final int MEMORY = 26;
  private static final int WEEKS_MIN = 6;
  private static final int YEAR = 52;

  /// Weeks of an even course that the own course is mixed with.
  private static final double COURSE_LEAN = 0.5;

  /// A change that is older is the usual level by now.
  private static final int NEWS_WEEKS = 8;

  /// One alarm.
  ///
  /// @param week the week in which it was raised, counted from the first whole one
  /// @param day at whose end it was raised
  /// @param since the first unusual week
  /// @param isRise or a fall
  public record Alarm(int week, LocalDate day, int since, boolean isRise) {}

  private final Series load;
  private final Series weeks;
  private final int perWeek;
  private final int firstStep;
  private final List<Alarm> alarms = new ArrayList<>();
  private int base;
  private int unusual;
  private double up;
  private double down;

  private Watch(Series load) {
    this.load = load;
    this.weeks = load.weeks();
    this.perWeek = load.step().cycle();
    this.firstStep =
        (int) ChronoUnit.DAYS.between(load.first(), weeks.first()) / load.step().days();
  }

  /// What to say at the end of these weeks or days.
  public static Regime regime(Series load) {
    var watch = new Watch(load);
    watch.walk();
    return watch.regime();
  }

  /// All alarms that would have been raised, each at the end of its day or week.
  public static List<Alarm> alarms(Series load) {
    var watch = new Watch(load);
    watch.walk();
    return watch.alarms;
  }

  private Regime regime() {
    if (alarms.isEmpty() || weeks.length() - alarms.getLast().since() > NEWS_WEEKS) {
      return new Regime.Steady();
    }
    int since = alarms.getLast().since();
    Series before = weeks.past(since).last(MEMORY);
    Series now = weeks.last(weeks.length() - since);
    double level = now.length() == 0 ? expectedOfRest(since) : now.mean();
    return new Regime.Changed(weeks.day(since), before.mean(), level, now.seen().length);
  }

  /// What a week that is not over brings if it goes on as it began.
  private double expectedOfRest(int week) {
    double[] course = course(week);
    double soFar = 0;
    double share = 0;
    for (int part = 0; step(week, part) < load.length(); part++) {
      soFar += load.at(step(week, part));
      share += course[part];
    }
    return soFar / share;
  }

  private void walk() {
    for (int week = 0; step(week, 0) < load.length(); week++) {
      Series known = weeks.past(week).last(Math.min(MEMORY, week - base));
      if (known.seen().length >= WEEKS_MIN) {
        judge(week, UsualWeek.after(known));
      }
    }
  }

  private void judge(int week, UsualWeek usual) {
    unusual = up == 0 && down == 0 ? week : unusual;
    double[] course = course(week);
    double soFar = 0;
    double share = 0;
    for (int part = 0; part < perWeek && step(week, part) < load.length(); part++) {
      soFar += load.at(step(week, part));
      share += course[part];
      boolean isWhole = part == perWeek - 1;
      if (Double.isNaN(soFar) || (!isWhole && share < PART_MIN)) {
        continue;
      }
      double off = Math.clamp(usual.off(soFar, isWhole ? 1 : share), -FALL_MAX, RISE_MAX);
      double rise = Math.max(0, up + off - ALLOWED);
      double fall = Math.max(0, down - off - ALLOWED);
      if (rise >= LIMIT || (isWhole && fall >= LIMIT)) {
        alarms.add(new Alarm(week, lastDay(week, part), unusual, rise >= LIMIT));
        base = unusual;
        up = 0;
        down = 0;
        return;
      }
      up = isWhole ? rise : up;
      down = isWhole ? fall : down;
    }
  }

  private int step(int week, int part) {
    return firstStep + week * perWeek + part;
  }

  private LocalDate lastDay(int week, int part) {
    return load.day(step(week, part) + 1).minusDays(1);
  }

  /// Which share of a week each of its steps usually brings, from a year before it.
  private double[] course(int week) {
    double[] sums = new double[perWeek];
    int first = Math.max(0, week - YEAR);
    double all = 0;
    for (int i = step(first, 0); i < step(week, 0); i++) {
      double amount = load.isSeen(i) ? load.at(i) : 0;
      sums[(i - firstStep) % perWeek] += amount;
      all += amount;
    }
    double lean = all == 0 ? 1 : all * COURSE_LEAN / perWeek / Math.max(1, week - first);
    for (int part = 0; part < perWeek; part++) {
      sums[part] = (sums[part] + lean) / (all + perWeek * lean);
    }
    return sums;
  }
}
