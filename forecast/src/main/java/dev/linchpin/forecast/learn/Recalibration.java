package dev.linchpin.forecast.learn;

import dev.linchpin.forecast.score.Sample;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/*
 * When 70 of 100 truths lay below what was called the 80 % point, the next 80 % point should lie
 * higher. The PITs of resolved forecasts say how often each level held; nine shares that never
 * fall (isotonic; V. Kuleshov, N. Fenner, S. Ermon, ICML 2018) map what was stated to what held.
 * They are pulled to "nothing to correct" with the weight of 50 forecasts, so that luck moves
 * little.
 */
/// A correction of all forecasts of one kind by what became of earlier ones. It is nine numbers:
/// one can print it, keep it beside a forecast, and drop it to get the uncorrected forecast back.
///
/// @param version counted up by whoever keeps it; 0: no correction
/// @param forecasts how many resolved forecasts it rests on
/// @param held how often the truth lay at or below the stated 10 %, 20 % … 90 % points
public record Recalibration(int version, int forecasts, List<Double> held) {
  /// With fewer resolved forecasts there is nothing to learn.
  public static final int LEAST = 50;

  private static final int STEPS = 10;
  private static final double PRIOR_WEIGHT = 50;
  private static final List<Double> AS_STATED =
      IntStream.range(1, STEPS).mapToObj(step -> (double) step / STEPS).toList();

  /// Leaves every forecast as it is.
  public static final Recalibration NONE = new Recalibration(0, 0, AS_STATED);

  public Recalibration {
    held = List.copyOf(held);
    double last = 0;
    for (double share : held) {
      if (!(share >= last && share <= 1)) {
        throw new IllegalArgumentException("These shares do not go up: " + held + ".");
      }
      last = share;
    }
    if (held.size() != STEPS - 1) {
      throw new IllegalArgumentException("It takes 9 shares, not " + held.size() + ".");
    }
  }

  /// Learns from PITs of resolved forecasts, in any order; [#NONE] when there are too few.
  public static Recalibration of(int version, List<Double> pits) {
    if (pits.size() < LEAST) {
      return NONE;
    }
    double all = pits.size() + PRIOR_WEIGHT;
    List<Double> held =
        AS_STATED.stream()
            .map(stated -> {
              long below = pits.stream().filter(pit -> pit <= stated).count();
              return (below + PRIOR_WEIGHT * stated) / all;
            })
            .toList();
    return new Recalibration(version, pits.size(), held);
  }

  /// The level of the uncorrected forecast that holds with chance `p`: for the 8-in-10 date, the
  /// date to show is that of `level(0.8)`.
  public double level(double p) {
    int step = 0;
    while (step < STEPS - 1 && held(step + 1) < p) {
      step++;
    }
    double low = held(step);
    double high = held(step + 1);
    double within = high > low ? (p - low) / (high - low) : 0;
    return Math.clamp((step + within) / STEPS, 0, 1);
  }

  /// The corrected forecast.
  public Sample of(Sample stated) {
    return stated.withChances(this::chance);
  }

  /// A resolved forecast, uncorrected.
  public record Resolved(Sample stated, double actual) {}

  /// Whether it made forecasts better that it was not learned from, by CRPS. Ask with the next 20,
  /// and go back to [#NONE] when it did not.
  public boolean helped(List<Resolved> next) {
    double with = 0;
    double without = 0;
    for (Resolved one : next) {
      with += of(one.stated()).crps(one.actual());
      without += one.stated().crps(one.actual());
    }
    return with <= without;
  }

  /// One line for people: what was stated, and how often it held.
  @Override
  public String toString() {
    String shares =
        IntStream.range(1, STEPS)
            .mapToObj(step -> String.format(Locale.ROOT, "%d0→%.0f", step, 100 * held(step)))
            .collect(Collectors.joining(" "));
    return "recalibration " + version + " from " + forecasts + " forecasts, percent: " + shares;
  }

  /// How often the truth lay at or below what was stated with chance `p`.
  public double chance(double p) {
    int step = Math.min(STEPS - 1, (int) (p * STEPS));
    return held(step) + (p * STEPS - step) * (held(step + 1) - held(step));
  }

  private double held(int step) {
    return step == 0 ? 0 : step == STEPS ? 1 : held.get(step - 1);
  }
}
