package dev.linchpin.forecast.learn;

import java.util.ArrayList;
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
 *
 * Dates of projects may be wrong in another way than those of milestones, and near ones in another
 * way than far ones. So each kind and horizon has shares of its own, pulled to those of all with
 * the same weight: where little is known they are those of all. Between the middles of two horizons
 * the shares change bit by bit; so two dates beside each other never change places because one of
 * them lies across a border.
 */
/// A correction of forecasts by what became of earlier ones. It is nine numbers, and nine more for
/// each kind and horizon: one can print it, keep it beside a forecast, and drop it to get the
/// uncorrected forecast back.
///
/// @param version counted up by whoever keeps it; 0: no correction
/// @param forecasts how many resolved forecasts it rests on
/// @param held how often the truth lay at or below the stated 10 %, 20 % … 90 % points
/// @param parts the same by kind and horizon, each at most once; what is missing is as all are
public record Recalibration(int version, int forecasts, List<Double> held, List<Part> parts) {
  /// Days ahead at which the next horizon begins: two, six and thirteen weeks.
  public static final List<Integer> HORIZONS = List.of(15, 43, 92);

  /// Days ahead that stand for a horizon.
  private static final int[] MIDDLES = {7, 28, 66, 120};

  /// With fewer resolved forecasts there is nothing to learn.
  public static final int LEAST = 50;

  private static final int STEPS = 10;
  private static final double PRIOR_WEIGHT = 50;
  private static final List<Double> AS_STATED =
      IntStream.range(1, STEPS).mapToObj(step -> (double) step / STEPS).toList();

  /// Leaves every forecast as it is.
  public static final Recalibration NONE = new Recalibration(0, 0, AS_STATED);

  public Recalibration {
    held = checked(held);
    parts = List.copyOf(parts);
  }

  /// One that corrects all alike.
  public Recalibration(int version, int forecasts, List<Double> held) {
    this(version, forecasts, held, List.of());
  }

  private static List<Double> checked(List<Double> held) {
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
    return List.copyOf(held);
  }

  /// What became of one forecast.
  ///
  /// @param project of a project, otherwise of a milestone
  /// @param ahead days from the forecast to its by-date
  /// @param pit where the truth lay in it, 0 to 1
  public record Resolved(boolean project, int ahead, double pit) {
    private int horizon() {
      return (int) HORIZONS.stream().filter(from -> ahead >= from).count();
    }
  }

  /// Of one kind and horizon.
  ///
  /// @param horizon 0 is the nearest
  public record Part(boolean project, int horizon, int forecasts, List<Double> held) {
    public Part {
      held = checked(held);
    }
  }

  /// Learns from resolved forecasts, in any order; [#NONE] when there are too few.
  public static Recalibration of(int version, List<Resolved> all) {
    if (all.size() < LEAST) {
      return NONE;
    }
    List<Double> held = held(all, AS_STATED);
    List<Part> parts = new ArrayList<>();
    for (boolean project : new boolean[] {true, false}) {
      for (int horizon = 0; horizon < MIDDLES.length; horizon++) {
        int at = horizon;
        List<Resolved> own =
            all.stream().filter(it -> it.project() == project && it.horizon() == at).toList();
        if (!own.isEmpty()) {
          parts.add(new Part(project, horizon, own.size(), held(own, held)));
        }
      }
    }
    return new Recalibration(version, all.size(), held, parts);
  }

  /// How often they held, pulled to what is expected of them.
  private static List<Double> held(List<Resolved> all, List<Double> expected) {
    return IntStream.range(1, STEPS)
        .mapToObj(step -> {
          double stated = AS_STATED.get(step - 1);
          long below = all.stream().filter(it -> it.pit() <= stated).count();
          return (below + PRIOR_WEIGHT * expected.get(step - 1)) / (all.size() + PRIOR_WEIGHT);
        })
        .toList();
  }

  /// What corrects a date.
  ///
  /// @param project of a project, otherwise of a task or a milestone
  /// @param ahead days from the forecast to its by-date
  public Recalibration about(boolean project, long ahead) {
    int next = 1;
    while (next < MIDDLES.length - 1 && ahead > MIDDLES[next]) {
      next++;
    }
    double far = (double) (ahead - MIDDLES[next - 1]) / (MIDDLES[next] - MIDDLES[next - 1]);
    double share = Math.clamp(far, 0, 1);
    List<Double> near = held(project, next - 1);
    List<Double> later = held(project, next);
    List<Double> mixed =
        IntStream.range(0, STEPS - 1)
            .mapToObj(i -> (1 - share) * near.get(i) + share * later.get(i))
            .toList();
    return new Recalibration(version, forecasts, mixed);
  }

  private List<Double> held(boolean project, int horizon) {
    return parts.stream()
        .filter(part -> part.project() == project && part.horizon() == horizon)
        .map(Part::held)
        .findFirst()
        .orElse(held);
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
