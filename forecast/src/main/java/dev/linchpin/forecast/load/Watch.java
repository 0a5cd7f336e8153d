package dev.linchpin.forecast.load;

import java.util.ArrayList;
import java.util.List;

/*
 * Watches a load week by week for a change of regime: a cumulative sum [1] of what each week's
 * logarithm lies off what the weeks before let expect, in standard deviations.
 *
 * Expected is the mean of the last half year, pulled towards last week as far as weeks follow each
 * other: a surge that fades is no new regime. Each week counts at most 4, less 1 that is allowed;
 * from 2.5 on it is a change, so one extreme week or two unusual ones say it. Then everything is
 * learned anew from the first unusual week on, and six weeks are needed before the next word.
 *
 * On series without a change this speaks up less than once a year, on ramps like Volvo's (2.3
 * times as much each week) in the second week 8 times in 10; lower limits see more and cry wolf.
 * The table is in docs/help-desk-load.md.
 *
 * [1] E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954).
 */
/// Says when a load left its usual level, from the weeks up to then alone.
public final class Watch {
  private static final double ALLOWED = 1;
  private static final double LIMIT = 2.5;
  private static final double WEEK_MAX = 4;
  private static final int MEMORY = 26;
  private static final int WEEKS_MIN = 6;
  private static final double USUAL_CV = 0.41;
  private static final double SPREAD_LEAN = 6;
  private static final double USUAL_PERSISTENCE = 0.4;
  private static final double PERSISTENCE_LEAN = 10;
  private static final double PERSISTENCE_MAX = 0.9;

  /// A change that is older is the usual level by now.
  private static final int NEWS_WEEKS = 8;

  /// One alarm.
  ///
  /// @param week the step at whose end it was raised
  /// @param since the first unusual step
  /// @param isRise or a fall
  public record Alarm(int week, int since, boolean isRise) {}

  /// What a week's logarithm was expected to be, and how far off is usual.
  private record Expected(double log, double deviation) {}

  private Watch() {}

  /// What to say at the end of these weeks.
  public static Regime regime(Series weeks) {
    List<Alarm> alarms = alarms(weeks);
    if (alarms.isEmpty() || weeks.length() - alarms.getLast().since() > NEWS_WEEKS) {
      return new Regime.Steady();
    }
    Alarm last = alarms.getLast();
    Series before = weeks.past(last.since()).last(MEMORY);
    Series now = weeks.last(weeks.length() - last.since());
    return new Regime.Changed(
        weeks.day(last.since()), before.mean(), now.mean(), now.seen().length);
  }

  /// All alarms that would have been raised, each at the end of its week.
  public static List<Alarm> alarms(Series weeks) {
    var alarms = new ArrayList<Alarm>();
    int base = 0;
    double up = 0;
    double down = 0;
    int unusual = 0;
    for (int i = 0; i < weeks.length(); i++) {
      Series known = weeks.past(i).last(Math.min(MEMORY, i - base));
      if (!weeks.isSeen(i) || known.seen().length < WEEKS_MIN) {
        continue;
      }
      Expected expected = expected(known);
      double off = (Math.log1p(weeks.at(i)) - expected.log()) / expected.deviation();
      double counted = Math.clamp(off, -WEEK_MAX, WEEK_MAX);
      unusual = up == 0 && down == 0 ? i : unusual;
      up = Math.max(0, up + counted - ALLOWED);
      down = Math.max(0, down - counted - ALLOWED);
      if (up >= LIMIT || down >= LIMIT) {
        alarms.add(new Alarm(i, unusual, up >= LIMIT));
        base = unusual;
        up = 0;
        down = 0;
      }
    }
    return alarms;
  }

  private static Expected expected(Series known) {
    double mean = 0;
    double count = 0;
    for (int i = 0; i < known.length(); i++) {
      mean += known.isSeen(i) ? Math.log1p(known.at(i)) : 0;
      count += known.isSeen(i) ? 1 : 0;
    }
    mean /= count;
    double squares = 0;
    double follow = 0;
    for (int i = 0; i < known.length(); i++) {
      double from = Math.log1p(known.at(i)) - mean;
      squares += known.isSeen(i) ? from * from : 0;
      boolean pair = i > 0 && known.isSeen(i) && known.isSeen(i - 1);
      follow += pair ? from * (Math.log1p(known.at(i - 1)) - mean) : 0;
    }
    double usual = Math.log1p(USUAL_CV * USUAL_CV) + 1 / Math.max(1, known.mean());
    double variance = (squares + SPREAD_LEAN * usual) / (count - 1 + SPREAD_LEAN);
    double lag = squares == 0 ? 0 : follow / squares;
    double persistence =
        Math.clamp(
            (count * lag + PERSISTENCE_LEAN * USUAL_PERSISTENCE) / (count + PERSISTENCE_LEAN),
            0,
            PERSISTENCE_MAX);
    int last = known.length() - 1;
    double lately = known.isSeen(last) ? Math.log1p(known.at(last)) - mean : 0;
    return new Expected(
        mean + persistence * lately,
        Math.sqrt(variance * (1 - persistence * persistence) * (1 + 1 / count)));
  }
}
