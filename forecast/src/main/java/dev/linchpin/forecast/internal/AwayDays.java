package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.Seed;
import java.util.Arrays;

/*
 * Days on which one person is away unplanned, in one run. Whoever is there now is there now; after
 * a time that nothing foretells (exponential) they are away for some calendar days, and so on.
 *
 * How long: lognormal. 36 % of the cases last three days at most and 4 % longer than six weeks
 * (BKK, 2008, all insured people): log-sd 1.25 and a mean of ten days. Longer than half a year is
 * not drawn: somebody else takes the work by then, which is not modelled.
 */
final class AwayDays {
  private static final double LOG_SD = 1.25;
  private static final double LONGEST = 182;

  private final int today;
  private final long key;
  private final double between;
  private final double median;
  private long runKey;
  private int[] from = new int[8];
  private int[] to = new int[8];
  private int drawn;

  /// @param today the day on the axis from which on somebody may be away
  /// @param whose the id of the person
  AwayDays(Absence absence, int today, String whose, Seed seed) {
    this.today = today;
    this.key = Draws.key(seed, Draws.Layer.ABSENCE, whose);
    this.between = absence.daysBetween();
    this.median = absence.days() * StrictMath.exp(-LOG_SD * LOG_SD / 2);
  }

  void begin(int run) {
    runKey = Draws.key(key, run);
    drawn = 0;
  }

  /// The first day from `day` on, of those after today, on which the person is not away.
  int back(int day) {
    int last = last(day);
    return last < 0 ? day : Math.max(day, to[last]);
  }

  boolean isAway(int day) {
    return isAway(day, day);
  }

  /// True if the person is away on one of those days.
  boolean isAway(int first, int last) {
    int absence = last(last);
    return absence >= 0 && to[absence] > first;
  }

  /// The last absence that begins on a day or before it; -1 for none.
  private int last(int day) {
    while (drawn == 0 || from[drawn - 1] <= day) {
      draw();
    }
    int at = drawn - 1;
    while (at >= 0 && from[at] > day) {
      at--;
    }
    return at;
  }

  private void draw() {
    if (drawn == from.length) {
      from = Arrays.copyOf(from, 2 * drawn);
      to = Arrays.copyOf(to, 2 * drawn);
    }
    double wait = -between * StrictMath.log(Draws.uniform(Draws.key(runKey, 2L * drawn)));
    double length = median * Exp.of(LOG_SD * Draws.normal(Draws.key(runKey, 2L * drawn + 1)));
    double start = (drawn == 0 ? today + 1 : to[drawn - 1]) + wait;
    from[drawn] = (int) Math.min(start, Integer.MAX_VALUE / 2.0);
    to[drawn] = from[drawn] + (int) Math.clamp(Math.rint(length), 1, LONGEST);
    drawn++;
  }
}
