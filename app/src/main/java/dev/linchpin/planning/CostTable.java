package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.CostSpread;
import dev.linchpin.forecast.Spread;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/*
 * 20 days by 20 amounts say what 2,000 pairs would say to the tenth, in a hundredth of the room.
 */
/// What a project costs from a forecast on, together with when it ends.
///
/// @param days on which it may end, going up
/// @param costs hundredths that 5, 10, … 100 % of the runs do not exceed
/// @param chances for each day, for each cost: share of runs that keep both
public record CostTable(List<LocalDate> days, List<Long> costs, List<Double> chances) {
  private static final int STEPS = 20;

  public CostTable {
    days = List.copyOf(days);
    costs = List.copyOf(costs);
    chances = List.copyOf(chances);
    require(!days.isEmpty() && costs.size() == STEPS, "A table of costs has days and 20 costs.");
    require(chances.size() == days.size() * STEPS, "A table of costs has a chance in each cell.");
  }

  static CostTable of(Spread finish, CostSpread cost) {
    List<LocalDate> days =
        IntStream.rangeClosed(1, STEPS)
            .mapToObj(step -> finish.at((double) step / STEPS).toLocalDate())
            .distinct()
            .toList();
    List<Long> costs =
        IntStream.rangeClosed(1, STEPS).mapToObj(step -> cost.at((double) step / STEPS)).toList();
    var chances = new ArrayList<Double>();
    for (LocalDate day : days) {
      costs.forEach(most -> chances.add(cost.chance(day, most)));
    }
    return new CostTable(days, costs, chances);
  }

  /// What `tenths` of 10 runs do not exceed.
  public long within(int tenths) {
    return costs.get(tenths * STEPS / 10 - 1);
  }

  /// What 5 of 10 runs do not exceed.
  public long likely() {
    return within(5);
  }

  /// Share of runs that end by the day and cost no more, read between the cells.
  public double chance(LocalDate day, long most) {
    int at = days.size() - 1;
    while (at >= 0 && days.get(at).isAfter(day)) {
      at--;
    }
    if (at < 0) {
      return 0;
    }
    double low = chance(at, most);
    if (at == days.size() - 1) {
      return low;
    }
    double part =
        (double) ChronoUnit.DAYS.between(days.get(at), day)
            / ChronoUnit.DAYS.between(days.get(at), days.get(at + 1));
    return low + part * (chance(at + 1, most) - low);
  }

  private double chance(int day, long most) {
    int at = STEPS - 1;
    while (at >= 0 && costs.get(at) > most) {
      at--;
    }
    if (at < 0) {
      return 0;
    }
    double low = chances.get(day * STEPS + at);
    if (at == STEPS - 1) {
      return low;
    }
    double part = (double) (most - costs.get(at)) / (costs.get(at + 1) - costs.get(at));
    return low + part * (chances.get(day * STEPS + at + 1) - low);
  }
}
