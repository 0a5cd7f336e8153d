package dev.linchpin.planning;

import dev.linchpin.forecast.score.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// How often our forecasts were right: one a week of each project and milestone that has ended.
///
/// @param all at most one per kind and horizon, projects first, the nearest horizon first
/// @param ends of how many projects and milestones: forecasts of one of them resemble each other
public record ForecastRecord(List<Held> all, int ends) {
  /// With fewer cases nothing is said about how good our dates are.
  public static final int ENOUGH = 10;

  private static final double BY = 0.8;
  private static final int TENTHS = 10;

  public ForecastRecord {
    all = List.copyOf(all);
  }

  /// How many dates of one kind and horizon held.
  ///
  /// @param project projects, otherwise milestones
  /// @param horizon 0: under two weeks; 1: to six; 2: to thirteen; 3: longer
  /// @param held50 how many ended by the date met in 5 of 10 runs
  /// @param crps mean distance from the truth in days
  /// @param tenths how many ended in each tenth of their forecast, the earliest first; alike where
  ///   the forecasts are honest
  public record Held(
      boolean project,
      int horizon,
      int cases,
      int held50,
      int held80,
      int held95,
      double crps,
      List<Integer> tenths) {
    public Held {
      tenths = List.copyOf(tenths);
    }

    /// How far away the dates were.
    public String ahead() {
      return ForecastRecord.ahead(horizon);
    }
  }

  /// How far away the dates of a horizon are.
  public static String ahead(int horizon) {
    return switch (horizon) {
      case 0 -> "under 2 weeks";
      case 1 -> "2 to 6 weeks";
      case 2 -> "6 to 13 weeks";
      default -> "longer";
    };
  }

  public int cases() {
    return sum(Held::cases);
  }

  /// Of all 8-in-10 dates, how many held.
  public Share by() {
    return new Share(sum(Held::held80), cases());
  }

  /// The same for one horizon, both kinds together.
  public Share by(int horizon) {
    return new Share(
        all.stream().filter(one -> one.horizon() == horizon).mapToInt(Held::held80).sum(),
        all.stream().filter(one -> one.horizon() == horizon).mapToInt(Held::cases).sum());
  }

  /// How many ended in each tenth of their forecast.
  public List<Integer> tenths() {
    var tenths = new ArrayList<Integer>();
    for (int i = 0; i < TENTHS; i++) {
      int tenth = i;
      tenths.add(sum(one -> one.tenths().get(tenth)));
    }
    return tenths;
  }

  private int sum(ToIntFunction<Held> count) {
    return all.stream().mapToInt(count).sum();
  }

  /// "8-in-10 dates held in 71 of 93 cases: about as often as they should."
  public String words() {
    Share by = by();
    if (by.cases() < ENOUGH) {
      return switch (by.cases()) {
        case 0 -> "Nothing we forecast has ended yet, so we do not know how good our dates are.";
        case 1 -> "Only 1 of our dates is over: too few to know how good they are.";
        default ->
            "Only %d of our dates are over: too few to know how good they are."
                .formatted(by.cases());
      };
    }
    return "8-in-10 dates held in %d of %d cases: %s."
        .formatted(by.hits(), by.cases(), judged(byEnds(by)));
  }

  /// The same share, of as many cases as things ended: only these are independent of each other.
  private Share byEnds(Share by) {
    int cases = Math.min(Math.max(1, ends), by.cases());
    return new Share((int) Math.round(by.value() * cases), cases);
  }

  private static String judged(Share by) {
    if (by.high() < BY) {
      return "less often than they should, so our dates are too early";
    }
    return by.low() > BY
        ? "more often than they should, so our dates are too careful"
        : "about as often as they should";
  }
}
