package dev.linchpin.forecast;

import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.internal.EndRuns;
import dev.linchpin.forecast.internal.Held;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where the spread of a date comes from: what would remain of it if one thing were certain.
///
/// One source of chance after the other is held at its average, and the question is asked again
/// with the same luck in everything else. By how much the range from the date met in 1 of 10 runs
/// to the one met in 8 of 10 gets narrower is what the source is worth.
///
/// The parts need not add up to the whole, because ranges do not: two equal independent sources are
/// each worth 29 % of a range, since its square is what adds up. So each source also has its share
/// of the square, which is its share of the variance where dates are bell-shaped. These do add up
/// for independent sources that add their days; they do not where one makes the other worse.
///
/// @param width from the date met in 1 of 10 runs to the by-date
/// @param drivers what moves the date at all, the most days first
public record Drivers(Promise.Of of, Duration width, List<Driver> drivers) {
  private static final int RUNS = 2_048;

  public Drivers {
    drivers = List.copyOf(drivers);
  }

  /// What is left to chance.
  public enum Source {
    /// How long each task takes by itself.
    ESTIMATES("each task took what such tasks take on average"),
    /// What all tasks of a project have in common.
    PROJECTS("projects as a whole were neither better nor worse than on average"),
    /// What tickets take.
    INTERRUPTIONS("tickets took the same each week"),
    /// Who is away unplanned.
    ABSENCE("everybody were away as often as on average"),
    /// What may go wrong.
    RISKS("each risk cost what it costs on average"),
    /// Work that is not in the plan yet.
    GROWTH("plans grew as they do on average");

    private final String certain;

    Source(String certain) {
      this.certain = certain;
    }
  }

  /// What one source is worth.
  ///
  /// @param narrower by how much the range would be narrower; negative if it would be wider
  /// @param share of the range's square that would be gone; 1 is all of it, negative if it would be
  ///   wider
  public record Driver(Source source, Duration narrower, double share) {
    /// Calendar days by which the range would be narrower.
    public double days() {
      return Drivers.days(narrower);
    }

    /// What it says, in words.
    public String sentence() {
      double days = Math.abs(days());
      return days < 0.5
          ? "If %s, the range would be as wide.".formatted(source.certain)
          : String.format(
              Locale.ROOT,
              "If %s, the range would be %.0f %s %s.",
              source.certain,
              days,
              days < 1.5 ? "day" : "days",
              narrower.isNegative() ? "wider" : "narrower");
    }
  }

  /// Ranks the sources; empty if what is asked about is not in the plan or cannot be placed.
  public static Optional<Drivers> of(Question question, Promise.Of of) {
    Question enough = question.withRuns(Math.min(question.runs(), RUNS));
    return EndRuns.play(enough, of).map(it -> of(enough, of, it.finish()));
  }

  private static Drivers of(Question question, Promise.Of of, Spread now) {
    List<Driver> drivers = new ArrayList<>();
    for (Source source : Source.values()) {
      EndRuns.play(question, of, Held.of(source))
          .map(EndRuns::finish)
          .filter(then -> !then.dots(then.runs()).equals(now.dots(now.runs())))
          .map(then -> new Driver(source, width(now).minus(width(then)), share(then, now)))
          .ifPresent(drivers::add);
    }
    drivers.sort(Comparator.comparing(Driver::narrower).reversed());
    return new Drivers(of, width(now), drivers);
  }

  private static Duration width(Spread finish) {
    return Duration.between(finish.at(0.10), finish.at(0.80));
  }

  /// What a narrower range is worth of a wider one, in squares.
  private static double share(Spread then, Spread now) {
    double part = days(width(then)) / Math.max(1e-9, days(width(now)));
    return 1 - part * part;
  }

  private static double days(Duration time) {
    return (double) time.toMinutes() / ChronoUnit.DAYS.getDuration().toMinutes();
  }
}
