package dev.linchpin.planning;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.forecast.Seed;
import dev.linchpin.platform.Settings;
import org.springframework.stereotype.Component;

/// How the portfolio is forecast; kept in the database under `forecast.runs` and `forecast.seed`.
///
/// The seed stays the same from forecast to forecast, so that two of them differ only where their
/// inputs do.
@Component
public class ForecastSettings {
  static final int RUNS = 2_000;
  static final int RUNS_MIN = 100;
  static final int RUNS_MAX = 100_000;
  static final long SEED = 20_261_123;

  private final Settings settings;

  public ForecastSettings(Settings settings) {
    this.settings = settings;
  }

  public int runs() {
    return settings.get("forecast.runs").map(Integer::parseInt).orElse(RUNS);
  }

  public Seed seed() {
    return new Seed(settings.get("forecast.seed").map(Long::parseLong).orElse(SEED));
  }

  public void set(int runs, Seed seed) {
    require(
        RUNS_MIN <= runs && runs <= RUNS_MAX, "%d to %,d runs, not %d.", RUNS_MIN, RUNS_MAX, runs);
    settings.put("forecast.runs", Integer.toString(runs));
    settings.put("forecast.seed", Long.toString(seed.value()));
  }
}
