package dev.linchpin.forecast.load;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/*
 * What follows a go-live: for some weeks more people ask than usual. The load t weeks later is
 * level × (1 + rise × 2^(-t / half-life)), summed over go-lives that overlap.
 *
 * Learned by least squares against the mean of the quarter before each go-live, for each half-life
 * from one to eight weeks; the best one is taken and its rise leans on the default like two
 * go-lives. The default is a judgement, not a measurement: nobody publishes such figures.
 */
/// The rise of the load after a go-live.
///
/// @param rise part of a usual week that comes on top in the first week; 0 or more
/// @param halfLife weeks until half of it is left
/// @param goLives on how many it was seen; 0 is the default
public record Wave(double rise, double halfLife, int goLives) {
  /// A judgement: half as much again in the first week, a quarter more after three.
  public static final Wave USUAL = new Wave(0.5, 3, 0);

  static final int WEEKS = 13;
  private static final int HALF_LIFE_MAX = 8;

  /// As many go-lives count what it leans on.
  static final double LEAN = 2;

  private static final double RISE_MAX = 5;

  public Wave {
    if (!(rise >= 0 && rise <= RISE_MAX) || !(halfLife > 0)) {
      throw new IllegalArgumentException("A wave rises by 0 to 5 times and fades.");
    }
  }

  /// Learns from go-lives with at least four weeks seen before and after them.
  ///
  /// @param weeks one amount a week
  public static Wave learned(Series weeks, List<LocalDate> goLives) {
    return learned(weeks, goLives, USUAL);
  }

  /// @param lean what it leans on, and is where nothing was seen; its count of go-lives is kept
  ///   only then
  static Wave learned(Series weeks, List<LocalDate> goLives, Wave lean) {
    List<Integer> at = seen(weeks, goLives);
    if (at.isEmpty()) {
      return lean;
    }
    Wave best = lean;
    double least = Double.MAX_VALUE;
    for (int halfLife = 1; halfLife <= HALF_LIFE_MAX; halfLife++) {
      double rise = rise(weeks, at, halfLife);
      var fitted = new Wave(Math.clamp(rise, 0, RISE_MAX), halfLife, at.size());
      double error = fitted.error(weeks, at);
      if (error < least) {
        least = error;
        best = fitted;
      }
    }
    double leaning = (at.size() * best.rise + LEAN * lean.rise) / (at.size() + LEAN);
    return new Wave(leaning, best.halfLife, at.size());
  }

  /// The weeks of the go-lives that something can be learned from.
  static List<Integer> seen(Series weeks, List<LocalDate> goLives) {
    return goLives.stream()
        .map(day -> (int) Math.floorDiv(ChronoUnit.DAYS.between(weeks.first(), day), 7L))
        .filter(week -> week >= 4 && week + 4 <= weeks.length())
        .filter(week -> weeks.past(week).last(WEEKS).mean() > 0)
        .distinct()
        .toList();
  }

  /// How many times the usual load a week after a go-live brings; 1 before it.
  public double factor(double weeksAfter) {
    return weeksAfter < 0 ? 1 : 1 + rise * StrictMath.pow(2, -weeksAfter / halfLife);
  }

  /// "about 50 % more in the first week after a go-live, half of that after 3 weeks; a usual
  /// value".
  public String words() {
    return "about %.0f %% more in the first week after a go-live, half of that after %.0f weeks; %s"
        .formatted(
            100 * rise,
            halfLife,
            goLives == 0
                ? "a usual value, not yet seen here"
                : "seen on " + (goLives == 1 ? "1 go-live" : goLives + " go-lives"));
  }

  private static double rise(Series weeks, List<Integer> at, int halfLife) {
    double above = 0;
    double shape = 0;
    for (int goLive : at) {
      double level = weeks.past(goLive).last(WEEKS).mean();
      for (int week = goLive; week < Math.min(weeks.length(), goLive + WEEKS); week++) {
        if (weeks.isSeen(week)) {
          double left = StrictMath.pow(2, -(week - goLive) / (double) halfLife);
          above += left * (weeks.at(week) / level - 1);
          shape += left * left;
        }
      }
    }
    return shape == 0 ? 0 : above / shape;
  }

  private double error(Series weeks, List<Integer> at) {
    double error = 0;
    for (int goLive : at) {
      double level = weeks.past(goLive).last(WEEKS).mean();
      for (int week = goLive; week < Math.min(weeks.length(), goLive + WEEKS); week++) {
        double off = weeks.isSeen(week) ? weeks.at(week) / level - factor(week - goLive) : 0;
        error += off * off;
      }
    }
    return error;
  }
}
