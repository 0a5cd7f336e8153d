package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.Spread;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// How many runs ended on which day; days ascend, each count is above 0.
public record DayCounts(List<LocalDate> days, List<Integer> counts) {
  public static final DayCounts NONE = new DayCounts(List.of(), List.of());
  public static final int DOTS = 20;

  public DayCounts {
    days = List.copyOf(days);
    counts = List.copyOf(counts);
    require(days.size() == counts.size(), "One count per day.");
  }

  /// Counts a spread's runs by day.
  ///
  /// @param endDay the day on which work that ends on this day is seen as done; never goes back
  static DayCounts of(Spread spread, UnaryOperator<LocalDate> endDay) {
    var days = new ArrayList<LocalDate>();
    var counts = new ArrayList<Integer>();
    LocalDate last = spread.at(1).toLocalDate();
    int before = 0;
    for (LocalDate day = spread.at(1.0 / spread.runs()).toLocalDate();
        !day.isAfter(last);
        day = day.plusDays(1)) {
      int upTo = (int) Math.round(spread.chanceBy(day) * spread.runs());
      if (upTo > before) {
        add(days, counts, endDay.apply(day), upTo - before);
        before = upTo;
      }
    }
    return new DayCounts(days, counts);
  }

  private static void add(List<LocalDate> days, List<Integer> counts, LocalDate day, int more) {
    if (!days.isEmpty() && days.getLast().equals(day)) {
      counts.set(counts.size() - 1, counts.getLast() + more);
    } else {
      days.add(day);
      counts.add(more);
    }
  }

  public int runs() {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }

  /// Share of runs that ended on the day or before; 0 to 1.
  public double chanceBy(LocalDate day) {
    int met = 0;
    for (int i = 0; i < days.size() && !days.get(i).isAfter(day); i++) {
      met += counts.get(i);
    }
    return days.isEmpty() ? 0 : (double) met / runs();
  }

  /// The chance of a date as it is said. Runs are counted by whole days, so for midday it is at
  /// least what the by-date itself stands for.
  public Chance chanceBy(SaidDate said) {
    return said.midday()
        ? Chance.of(Math.max(Chance.BY_DATE_SHARE, chanceBy(said.day().minusDays(1))))
        : Chance.of(chanceBy(said.day()));
  }

  /// The first day on which at least a share `q` of the runs had ended.
  ///
  /// @throws IllegalStateException when nothing was counted
  public LocalDate at(double q) {
    double wanted = q * runs();
    int met = 0;
    for (int i = 0; i < days.size(); i++) {
      met += counts.get(i);
      if (met >= wanted - 1e-9) {
        return days.get(i);
      }
    }
    throw new IllegalStateException("Nothing was counted.");
  }

  /// Twenty equally likely days, ascending: the quantiles (i + ½) / 20. Empty when nothing was
  /// counted.
  public List<LocalDate> dots() {
    var dots = new ArrayList<LocalDate>();
    for (int i = 0; i < DOTS && !days.isEmpty(); i++) {
      dots.add(at((i + 0.5) / DOTS));
    }
    return dots;
  }
}
