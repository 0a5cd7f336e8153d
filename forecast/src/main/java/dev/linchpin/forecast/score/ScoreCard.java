package dev.linchpin.forecast.score;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The marks of several forecasts of one kind.
public record ScoreCard(List<Scored> all) {
  private static final int DECILES = 10;

  public ScoreCard {
    all = List.copyOf(all);
  }

  public int count() {
    return all.size();
  }

  /// Mean CRPS; NaN without forecasts.
  public double crps() {
    return mean(Scored::crps);
  }

  /// Mean percentage error of the medians; NaN when one of the truths is 0.
  public double mape() {
    return mean(Scored::percentError);
  }

  /// Mean scaled error of the medians; NaN when a naive error is missing.
  public double mase() {
    return mean(Scored::scaledError);
  }

  /// How often the middle 8 in 10 held the truth.
  public Share coverage80() {
    return share(Scored::inside80);
  }

  /// How often the truth was at most the 80 % point.
  public Share by80() {
    return share(Scored::by80);
  }

  /// Share of PITs in each tenth; all 0.1 when the forecasts are honest.
  public List<Double> deciles() {
    int[] counts = new int[DECILES];
    for (Scored scored : all) {
      counts[Math.min(DECILES - 1, (int) (scored.pit() * DECILES))]++;
    }
    return Arrays.stream(counts).mapToObj(count -> (double) count / all.size()).toList();
  }

  private double mean(ToDoubleFunction<Scored> mark) {
    return all.stream().mapToDouble(mark).average().orElse(Double.NaN);
  }

  private Share share(Predicate<Scored> held) {
    return new Share((int) all.stream().filter(held).count(), all.size());
  }
}
