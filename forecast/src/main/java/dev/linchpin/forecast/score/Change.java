package dev.linchpin.forecast.score;

import dev.linchpin.forecast.Seed;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How much smaller the mean of one method's losses is than another's on the same cases, as a share
/// of the other's: −0.2 is a fifth better. With the ends of the 95 % range.
public record Change(double low, double value, double high) {
  private static final int DRAWS = 2_000;

  /// Paired bootstrap (B. Efron, Ann. Statist. 7, 1979): cases are drawn anew, both methods' losses
  /// together. Cases of one group, for example one project, are drawn together.
  ///
  /// @param group the number of each case's group, 0 and up
  public static Change of(double[] ours, double[] theirs, int[] group, Seed seed) {
    int groups = Arrays.stream(group).max().orElseThrow() + 1;
    double[] ourSum = new double[groups];
    double[] theirSum = new double[groups];
    for (int i = 0; i < ours.length; i++) {
      ourSum[group[i]] += ours[i];
      theirSum[group[i]] += theirs[i];
    }
    SplittableRandom random = new SplittableRandom(seed.value());
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] picks = random.ints(groups, 0, groups).toArray();
      drawn[draw] = ratio(ourSum, theirSum, picks);
    }
    Arrays.sort(drawn);
    double value = ratio(ourSum, theirSum, IntStream.range(0, groups).toArray());
    return new Change(drawn[DRAWS / 40], value, drawn[DRAWS - 1 - DRAWS / 40]);
  }

  /// Each case for itself.
  public static Change of(double[] ours, double[] theirs, Seed seed) {
    return of(ours, theirs, IntStream.range(0, ours.length).toArray(), seed);
  }

  private static double ratio(double[] ours, double[] theirs, int[] picks) {
    double our = Arrays.stream(picks).mapToDouble(pick -> ours[pick]).sum();
    double their = Arrays.stream(picks).mapToDouble(pick -> theirs[pick]).sum();
    return our / their - 1;
  }
}
