package dev.linchpin.forecast;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Working time that tickets take from people before any project sees it.
///
/// What moves dates is the level, how uncertain it is, and whether a bad week is followed by a bad
/// week; noise from day to day hardly does. So these three are kept, not the single ticket.
///
/// @param loads at most one per person; whoever is missing is never interrupted
/// @param common how much of the weekly swing all people share, 0 to 1
public record Interruptions(Map<PersonId, Load> loads, double common) {
  public static final Interruptions NONE = new Interruptions(Map.of(), 0);

  public Interruptions {
    loads = Map.copyOf(loads);
    Checks.require(0 <= common && common <= 1, "The shared part lies in 0 to 1, not %s.", common);
  }

  /// What one person loses.
  ///
  /// @param byWeekday mean time taken on Monday to Sunday, seven entries
  /// @param levelCv how unsure the mean itself is: standard deviation over mean of the level
  /// @param weeklyCv how much weeks differ: standard deviation over mean of a week's total
  /// @param persistence correlation of one week with the next, 0 to below 1
  /// @param phases times that bring more or less than the mean, the earliest first
  public record Load(
      List<Duration> byWeekday,
      double levelCv,
      double weeklyCv,
      double persistence,
      List<Phase> phases) {
    public Load(List<Duration> byWeekday, double levelCv, double weeklyCv, double persistence) {
      this(byWeekday, levelCv, weeklyCv, persistence, List.of());
    }

    public Load {
      phases = List.copyOf(phases);
      byWeekday = List.copyOf(byWeekday);
      Checks.require(byWeekday.size() == 7, "Seven weekdays, not %d.", byWeekday.size());
      Checks.require(levelCv >= 0 && weeklyCv >= 0, "A spread is not negative.");
      Checks.require(
          0 <= persistence && persistence < 1, "Persistence is in 0 to 1, not %s.", persistence);
    }

    /// The same hours times a factor of 0 or more.
    public Load times(double factor) {
      return new Load(
          byWeekday.stream()
              .map(taken -> Duration.ofSeconds(Math.round(taken.toSeconds() * factor)))
              .toList(),
          levelCv,
          weeklyCv,
          persistence,
          phases);
    }
  }

  /// A time that brings more or less than usual: a season, a surge that fades, a wave after a
  /// go-live.
  ///
  /// @param from its first day, best a Monday; it lasts until the next one begins
  /// @param factor how many times the mean it takes, 0 or more; before the first phase it is 1
  public record Phase(LocalDate from, double factor) {
    public Phase {
      Checks.require(
          factor >= 0 && factor < 1_000, "A phase takes 0 to 1,000 times, not %s.", factor);
    }
  }
}
