package dev.linchpin.forecast.load;

import dev.linchpin.forecast.score.Normal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/*
 * The mean is the wave that a forecast counts, so both say the same: a usual week × rise ×
 * 2^(-w / half-life) in week w. Each week is split over its days as earlier go-lives split theirs:
 * tickets of a day over those of the same weekday before, leaning on the wave like two go-lives.
 *
 * The range is lognormal. Its spread is that of the earlier go-lives around the mean, leaning on
 * "as unsure as it is large" like two go-lives, and larger by the part that one more go-live adds.
 * With none seen 8 of 10 lie between a fifth and twice of the mean.
 */
/// What a go-live brings on top of usual days, for two weeks.
///
/// @param wave what a forecast counts
/// @param days the first is the day of the go-live
/// @param low 1 of 10 times it is less, all days together
/// @param high 1 of 10 times it is more
/// @param counted earlier go-lives it was learned from; 0 is a usual value
/// @param alike whether those are of the same kind
public record WaveDays(
    GoLive goLive, Wave wave, List<Day> days, double low, double high, int counted, boolean alike) {
  private static final int WEEKS = 2;
  private static final int WEEK = 7;

  /// As unsure as it is large.
  private static final double UNKNOWN_CV = 1;

  /// What one day brings.
  ///
  /// @param usual what it would bring anyway
  /// @param more what the go-live adds
  public record Day(LocalDate day, double usual, double more, double low, double high) {}

  public WaveDays {
    days = List.copyOf(days);
  }

  /// @param past one amount a day
  /// @param goLives past and planned
  /// @param one of them, after the past
  public static WaveDays of(Series past, List<GoLive> goLives, GoLive one) {
    Series weeks = past.weeks();
    List<LocalDate> like = one.before(goLives);
    List<LocalDate> all =
        goLives.stream().map(GoLive::day).filter(day -> day.isBefore(one.day())).toList();
    boolean alike = !Wave.seen(weeks, like).isEmpty();
    List<LocalDate> learned = alike ? like : all;
    List<Integer> at = Wave.seen(weeks, learned);
    Wave wave = Waves.learned(weeks, goLives).of(one);
    double[] usual = usual(past, past.length(), one.day());
    double[] more = more(usual, wave, shape(past, learned, wave));
    double spread = Math.sqrt(Math.log(1 + Math.pow(cv(weeks, at, wave), 2)));
    double low = Math.exp(-spread * spread / 2 + spread * Normal.quantile(0.1));
    double high = Math.exp(-spread * spread / 2 + spread * Normal.quantile(0.9));
    var days = new ArrayList<Day>();
    for (int i = 0; i < more.length; i++) {
      LocalDate day = one.day().plusDays(i);
      days.add(new Day(day, usual[i], more[i], low * more[i], high * more[i]));
    }
    double total = Arrays.stream(more).sum();
    return new WaveDays(one, wave, days, low * total, high * total, at.size(), alike);
  }

  /// The day until which more than half of it has come.
  public LocalDate mostUntil() {
    double half = days.stream().mapToDouble(Day::more).sum() / 2;
    double sum = 0;
    for (Day day : days) {
      sum += day.more();
      if (sum > half) {
        return day.day();
      }
    }
    return days.getLast().day();
  }

  /// How much each day usually brings, by what its weekday brought in the quarter before.
  private static double[] usual(Series past, int until, LocalDate first) {
    double[] usual = new double[WEEKS * WEEK];
    for (int i = 0; i < WEEK; i++) {
      LocalDate day = first.plusDays(i);
      double sum = 0;
      int seen = 0;
      for (int at = Math.max(0, until - Wave.WEEKS * WEEK); at < until; at++) {
        if (past.isSeen(at) && past.day(at).getDayOfWeek() == day.getDayOfWeek()) {
          sum += past.at(at);
          seen++;
        }
      }
      usual[i] = seen == 0 ? 0 : sum / seen;
      usual[i + WEEK] = usual[i];
    }
    return usual;
  }

  /// How many times a usual day comes on top, day by day.
  private static double[] shape(Series past, List<LocalDate> goLives, Wave wave) {
    double[] sum = new double[WEEKS * WEEK];
    double[] count = new double[WEEKS * WEEK];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Wave.LEAN * (wave.factor((double) i / WEEK) - 1);
      count[i] = Wave.LEAN;
    }
    for (LocalDate goLive : goLives) {
      int start = Math.toIntExact(ChronoUnit.DAYS.between(past.first(), goLive));
      if (start < WEEK || start + sum.length > past.length()) {
        continue;
      }
      double[] usual = usual(past, start, goLive);
      for (int i = 0; i < sum.length; i++) {
        if (usual[i] > 0 && past.isSeen(start + i)) {
          sum[i] += past.at(start + i) / usual[i] - 1;
          count[i]++;
        }
      }
    }
    double[] shape = new double[sum.length];
    Arrays.setAll(shape, i -> Math.max(0, sum[i] / count[i]));
    return shape;
  }

  private static double[] more(double[] usual, Wave wave, double[] shape) {
    double[] more = new double[usual.length];
    for (int week = 0; week < WEEKS; week++) {
      double of = 0;
      double shaped = 0;
      for (int i = week * WEEK; i < (week + 1) * WEEK; i++) {
        of += usual[i];
        shaped += usual[i] * shape[i];
      }
      double total = of * (wave.factor(week) - 1);
      for (int i = week * WEEK; i < (week + 1) * WEEK; i++) {
        more[i] = of == 0 ? 0 : total * (shaped > 0 ? usual[i] * shape[i] / shaped : usual[i] / of);
      }
    }
    return more;
  }

  /// How far go-lives lie from the mean: standard deviation over mean.
  private static double cv(Series weeks, List<Integer> goLives, Wave wave) {
    double mean = wave.factor(0) + wave.factor(1) - 2;
    double squares = Wave.LEAN * UNKNOWN_CV * UNKNOWN_CV;
    for (int at : goLives) {
      double level = weeks.past(at).last(Wave.WEEKS).mean();
      double off = 0;
      for (int week = at; week < at + WEEKS; week++) {
        double expected = wave.factor(week - at);
        off += weeks.isSeen(week) ? weeks.at(week) / level - expected : 0;
      }
      squares += mean == 0 ? 0 : (off / mean) * (off / mean);
    }
    double n = goLives.size() + Wave.LEAN;
    return Math.sqrt(squares / n * (1 + 1 / n));
  }
}
