package dev.linchpin.forecast.load;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/*
 * Each go-live gets the wave of those like it; that leans on the wave of all, and that on the
 * usual one. So a new kind of go-live starts with what this organisation saw of the others.
 */
/// Which wave follows which go-live.
public final class Waves {
  /// Nothing goes live.
  public static final Waves NONE = new Waves(Wave.USUAL, Map.of());

  private final Wave common;
  private final Map<GoLive, Wave> waves;

  private Waves(Wave common, Map<GoLive, Wave> waves) {
    this.common = common;
    this.waves = waves;
  }

  /// @param weeks one amount a week
  /// @param goLives past and planned; learned from are those with weeks seen after them
  public static Waves learned(Series weeks, List<GoLive> goLives) {
    Wave common = Wave.learned(weeks, goLives.stream().map(GoLive::day).toList());
    var known = new LinkedHashMap<List<LocalDate>, Wave>();
    var waves = new LinkedHashMap<GoLive, Wave>();
    for (GoLive one : goLives) {
      waves.put(
          one,
          known.computeIfAbsent(one.before(goLives), like -> Wave.learned(weeks, like, common)));
    }
    return new Waves(common, waves);
  }

  /// The same wave after each of these days.
  static Waves same(Wave wave, List<LocalDate> days) {
    var waves = new LinkedHashMap<GoLive, Wave>();
    days.forEach(day -> waves.put(new GoLive(day, Set.of()), wave));
    return new Waves(wave, waves);
  }

  /// Without those ahead whose like was never seen here: a guess moves no date.
  ///
  /// @param until the last day that was seen
  public Waves counted(LocalDate until) {
    var counted = new LinkedHashMap<GoLive, Wave>();
    waves.forEach((goLive, wave) -> {
      if (wave.goLives() > 0 || !goLive.day().isAfter(until)) {
        counted.put(goLive, wave);
      }
    });
    return new Waves(common, counted);
  }

  /// Of all go-lives together.
  public Wave common() {
    return common;
  }

  /// @param goLive one of those it was learned for
  public Wave of(GoLive goLive) {
    return Objects.requireNonNull(waves.get(goLive));
  }

  Map<GoLive, Wave> all() {
    return waves;
  }
}
