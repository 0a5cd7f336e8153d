package dev.linchpin.planning;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Planned;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes forecasts of the whole portfolio and keeps them.
@Component
public class Forecasting {
  /// So many placements take about 0.1 s for a thousand tasks.
  private static final int LEVEL_PASSES = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Forecasting.class);

  private final Portfolio portfolio;
  private final Schedules schedules;
  private final ForecastKeeper keeper;
  private final ForecastProgress progress;
  private final ForecastWishes wishes;
  private final ForecastSettings settings;
  private final Zone zone;

  public Forecasting(
      Portfolio portfolio,
      Schedules schedules,
      ForecastKeeper keeper,
      ForecastProgress progress,
      ForecastWishes wishes,
      ForecastSettings settings,
      Zone zone) {
    this.portfolio = portfolio;
    this.schedules = schedules;
    this.keeper = keeper;
    this.progress = progress;
    this.wishes = wishes;
    this.settings = settings;
    this.zone = zone;
  }

  /// What came of it.
  public sealed interface Made {
    /// A new forecast was kept.
    record New(KeptForecast.Id forecast) implements Made {}

    /// Nothing that matters had changed: the newest forecast was confirmed.
    record Same(KeptForecast.Id forecast) implements Made {}

    /// It could not be made; the newest forecast stands, and [Forecasts#problem] says why.
    record Failed(String message) implements Made {}
  }

  /// Makes a forecast now, and waits for it. As of the full hour, so that a second look within it
  /// is not a change.
  public Made make() {
    return make(zone.now().truncatedTo(ChronoUnit.HOURS));
  }

  /// Makes a forecast as of another moment.
  ///
  /// @param asOf in the organisation's zone
  public Made make(LocalDateTime asOf) {
    return make(asOf, zone.instant());
  }

  /// Makes a forecast as it was made at another moment: the sample organisation has a past.
  public Made make(LocalDateTime asOf, Instant at) {
    long wish = wishes.newest();
    try {
      return make(portfolio.question(asOf, settings.runs(), settings.seed()), wish, at);
    } catch (RuntimeException e) { // whatever goes wrong, the forecast that was there must stand
      LOG.warn("planning forecast-failed wish={}", wish, e);
      String message =
          "The last try to make a new forecast failed. The dates are those of the one before."
              + " Ask an admin to look at the log.";
      keeper.failed(message, wish, zone.instant());
      return new Made.Failed(message);
    }
  }

  private Made make(Question question, long wish, Instant at) {
    byte[] inputs = EngineJson.bytes(question);
    String fingerprint = EngineJson.fingerprint(inputs);
    var same = keeper.confirm(fingerprint, wish, at);
    if (same.isPresent()) {
      return new Made.Same(same.get());
    }
    schedules.keep(question, levelled(question), wish, at);
    Outcome outcome =
        Forecaster.untilStable(
            question,
            soFar -> {
              progress.report(soFar, question.runs(), wish);
              return true;
            });
    return keeper.keep(question, outcome, inputs, fingerprint, wish, at);
  }

  /// Levelled by a number of passes and not by time: the same plans give the same dates anywhere.
  private static Planned levelled(Question question) {
    return Planned.of(question.plan(), question.interruptions(), question.asOf())
        .improved(Effort.passes(LEVEL_PASSES));
  }
}
