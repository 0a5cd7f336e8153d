package dev.linchpin.forecast.load;

import dev.linchpin.forecast.Interruptions.Phase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/*
 * Past weeks are divided by what was to be expected of them, so the level means "of a usual week";
 * weeks ahead are multiplied again. A wave that still runs is then neither taken for a new level
 * nor forgotten.
 */
/// What is known to make some weeks busier than others.
///
/// @param waves after what went live, or will
public record Course(Season season, Waves waves) {
  /// Every week is as any other.
  public static final Course EVEN = new Course(Season.NONE, Waves.NONE);

  private static final int WEEKS_AHEAD = 156;

  /// A change of less is not worth a phase.
  private static final double STEP_MIN = 0.02;

  /// How many times a usual week's load the week of this Monday brings.
  public double factor(LocalDate monday) {
    double more = 0;
    for (Map.Entry<GoLive, Wave> one : waves.all().entrySet()) {
      long days = ChronoUnit.DAYS.between(one.getKey().day(), monday.plusDays(6));
      more += one.getValue().factor(Math.floorDiv(days, 7L)) - 1;
    }
    return season.factor(monday.plusDays(3).getMonth()) * (1 + more);
  }

  /// The same weeks as if each had been a usual one.
  public Series usual(Series weeks) {
    double[] usual =
        IntStream.range(0, weeks.length())
            .mapToDouble(i -> weeks.at(i) / factor(weeks.day(i)))
            .toArray();
    return Series.of(weeks.first(), Series.Step.WEEK, usual);
  }

  /// The three years that begin with this Monday, as times of one factor each; ends on the last.
  ///
  /// @param level of the usual weeks before
  public List<Phase> phases(Level level, LocalDate monday) {
    List<Phase> phases = new ArrayList<>();
    double last = 1;
    for (int week = 0; week < WEEKS_AHEAD; week++) {
      double factor = factor(monday.plusWeeks(week)) * level.surgeAhead(week + 1);
      if (Math.abs(factor - last) > STEP_MIN * last) {
        phases.add(new Phase(monday.plusWeeks(week), factor));
        last = factor;
      }
    }
    return phases;
  }
}
