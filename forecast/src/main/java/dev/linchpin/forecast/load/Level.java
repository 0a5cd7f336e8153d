package dev.linchpin.forecast.load;

import dev.linchpin.forecast.score.Normal;
import dev.linchpin.forecast.score.Sample;
import java.util.Arrays;

/*
 * How high the load is, how sure that is, how much weeks differ and how long a bad week lasts.
 *
 * The mean forgets: a week counts half as much as one ten weeks later. A plain mean of a year was
 * right about the next quarter in 41 of 100 cases where it said 80, on a help desk that grew.
 *
 * A few weeks say little about spread and persistence, so both lean on what that help desk showed
 * in 789 days: weekly cv 0.41, lag-1 correlation 0.55. The lean counts as much as four weeks for
 * the spread and ten for the persistence. Weeks that follow each other look more alike than they
 * are: the spread is divided by n × (1 - variance of their mean), not n - 1, and the correlation is
 * raised by (1 + 4r) / n, its known bias [1].
 *
 * The mean of weeks with weights w that follow an AR(1) with correlation r has variance
 * cv² × ΣΣ w_i w_j r^|i-j|. The cv itself is a guess, so the range is widened as Student's t is
 * wider than the normal. And a level does not stay: a quarter ahead it is another 20 % off, a
 * judgement that two series agree with. Learning it from the few quarters that a series has made
 * ranges worse.
 *
 * The surge is how far the last week lay from the level, as a logarithm; r^k of it is expected k
 * weeks later.
 *
 * [1] Marriott and Pope, "Bias in the estimation of autocorrelations", Biometrika 41 (1954).
 */
/// The level of a load and what is known about it.
///
/// @param mean of a week, in the unit of the series
/// @param levelCv how unsure the mean is: standard deviation over mean
/// @param weeklyCv how much weeks differ: standard deviation over mean
/// @param persistence correlation of a week with the next, 0 to below 1
/// @param surge logarithm of the last week over the mean, -1 to 1; 0 where it was not seen
/// @param weeks how many were seen
public record Level(
    double mean, double levelCv, double weeklyCv, double persistence, double surge, int weeks) {
  private static final double USUAL_CV = 0.41;
  private static final double USUAL_PERSISTENCE = 0.55;
  private static final double CV_LEAN = 4;
  private static final double PERSISTENCE_LEAN = 10;
  private static final double PERSISTENCE_MAX = 0.95;
  private static final double LEVEL_CV_MAX = 1;
  private static final double SURGE_MAX = 1;
  private static final int QUANTILES = 199;
  private static final int YEAR = 52;
  private static final double HALF_LIFE = 10;

  /// How much further a level moves within a quarter: standard deviation over mean.
  private static final double DRIFT_CV = 0.2;

  /// z of the 10 % and 90 % points.
  private static final double EIGHT_IN_TEN = 1.2815515655446004;

  /// What 8 of 10 levels lie between.
  public record Range(double low, double high) {}

  /// @param past one amount a week; of those, the last year counts
  public static Level of(Series past) {
    Series year = past.last(YEAR);
    int n = year.seen().length;
    double[] weights = weights(year);
    double mean = 0;
    for (int i = 0; i < weights.length; i++) {
      mean += year.isSeen(i) ? weights[i] * year.at(i) : 0;
    }
    if (mean == 0) {
      double level = Math.sqrt(ofMean(weights, USUAL_PERSISTENCE)) * USUAL_CV;
      return new Level(0, widened(level, CV_LEAN), USUAL_CV, USUAL_PERSISTENCE, 0, n);
    }
    double plain = year.mean();
    double squares = Arrays.stream(year.seen()).map(week -> (week - plain) * (week - plain)).sum();
    double persistence = persistence(year, plain, squares);
    double free = n * (1 - ofMean(persistence, n));
    double cv =
        Math.sqrt((squares / (plain * plain) + CV_LEAN * USUAL_CV * USUAL_CV) / (free + CV_LEAN));
    double level = widened(cv * Math.sqrt(ofMean(weights, persistence)), free + CV_LEAN);
    return new Level(mean, level, cv, persistence, surge(year, mean), n);
  }

  /// The same, less sure of its mean: by a further independent part, standard deviation over mean.
  public Level lessSure(double cv) {
    double level = Math.min(LEVEL_CV_MAX, Math.hypot(levelCv, cv));
    return new Level(mean, level, weeklyCv, persistence, surge, weeks);
  }

  /// How unsure the mean of a time ahead is: that of the past, and how far it moves on.
  public double aheadCv() {
    return Math.min(LEVEL_CV_MAX, Math.hypot(levelCv, DRIFT_CV));
  }

  /// What the true mean of the weeks seen lies in, 8 times in 10.
  public Range range() {
    double logSd = logSd(levelCv);
    double middle = mean * StrictMath.exp(-logSd * logSd / 2);
    double away = StrictMath.exp(EIGHT_IN_TEN * logSd);
    return new Range(middle / away, middle * away);
  }

  /// How many times the mean is expected so many weeks ahead, because the last week was unusual.
  public double surgeAhead(int weeksAhead) {
    return StrictMath.exp(surge * StrictMath.pow(persistence, weeksAhead));
  }

  /// What one week ahead brings: the distribution that the runs of a forecast draw from.
  public Sample ahead(int weeksAhead) {
    double logSd = Math.hypot(logSd(aheadCv()), logSd(weeklyCv));
    double middle = mean * surgeAhead(weeksAhead) * StrictMath.exp(-logSd * logSd / 2);
    return Sample.ofQuantiles(QUANTILES, p -> middle * StrictMath.exp(logSd * Normal.quantile(p)));
  }

  /// What the next weeks bring together: the level is as unsure as before, the swing of the weeks
  /// evens out as far as they do not follow each other.
  public Sample total(int weeksAhead) {
    double surged = 0;
    for (int week = 1; week <= weeksAhead; week++) {
      surged += surgeAhead(week);
    }
    double swing = weeklyCv * Math.sqrt(ofMean(persistence, weeksAhead));
    return around(mean * surged, Math.hypot(logSd(aheadCv()), logSd(swing)));
  }

  /// "seen over 9 weeks; the level may be off by 25 %".
  public String words() {
    return "seen over %s; the level may be off by %.0f %%"
        .formatted(weeks == 1 ? "1 week" : weeks + " weeks", 100 * EIGHT_IN_TEN * aheadCv());
  }

  private static Sample around(double mean, double logSd) {
    double middle = mean * StrictMath.exp(-logSd * logSd / 2);
    return Sample.ofQuantiles(QUANTILES, p -> middle * StrictMath.exp(logSd * Normal.quantile(p)));
  }

  private static double logSd(double cv) {
    return StrictMath.sqrt(StrictMath.log(1 + cv * cv));
  }

  private static double surge(Series past, double mean) {
    int last = past.length() - 1;
    if (mean == 0 || last < 1 || !past.isSeen(last)) {
      return 0;
    }
    double ratio = Math.max(past.at(last) / mean, StrictMath.exp(-SURGE_MAX));
    return Math.clamp(StrictMath.log(ratio), -SURGE_MAX, SURGE_MAX);
  }

  private static double[] weights(Series year) {
    double[] weights = new double[year.length()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double age = weights.length - 1.0 - i;
      weights[i] = year.isSeen(i) ? StrictMath.pow(0.5, age / HALF_LIFE) : 0;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length && sum > 0; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  private static double persistence(Series year, double mean, double squares) {
    if (squares == 0) {
      return USUAL_PERSISTENCE;
    }
    double follow = 0;
    double pairs = 0;
    for (int i = 1; i < year.length(); i++) {
      if (year.isSeen(i) && year.isSeen(i - 1)) {
        follow += (year.at(i) - mean) * (year.at(i - 1) - mean);
        pairs++;
      }
    }
    double lag = follow / squares;
    double unbiased = Math.min(1, lag + (1 + 4 * lag) / (pairs + 1));
    double leaning =
        (pairs * unbiased + PERSISTENCE_LEAN * USUAL_PERSISTENCE) / (pairs + PERSISTENCE_LEAN);
    return Math.clamp(leaning, 0, PERSISTENCE_MAX);
  }

  /// Variance of the mean of n weeks over that of one.
  private static double ofMean(double persistence, int n) {
    double[] even = new double[Math.max(1, n)];
    Arrays.fill(even, 1.0 / even.length);
    return ofMean(even, persistence);
  }

  /// Variance of a weighted mean over that of one week; 1 where nothing was seen.
  private static double ofMean(double[] weights, double persistence) {
    double sum = 0;
    double before = 0;
    for (double weight : weights) {
      before *= persistence;
      sum += weight * weight + 2 * weight * before;
      before += weight;
    }
    return sum == 0 ? 1 : Math.min(1, sum);
  }

  /// As much wider as the middle 80 % of Student's t is than the normal's: two terms of Fisher's
  /// expansion, good to 1 % from three degrees of freedom on.
  private static double widened(double cv, double freedom) {
    double z2 = EIGHT_IN_TEN * EIGHT_IN_TEN;
    double wider =
        1 + (z2 + 1) / (4 * freedom) + (5 * z2 * z2 + 16 * z2 + 3) / (96 * freedom * freedom);
    return Math.min(LEVEL_CV_MAX, cv * wider);
  }
}
