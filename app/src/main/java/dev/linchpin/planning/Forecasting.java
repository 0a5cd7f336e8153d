package dev.linchpin.planning;

import dev.linchpin.forecast.Effort;
import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import dev.linchpin.forecast.Planned;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/*
 * The portfolio falls into parts that cannot move each other (Plan.parts). First every part is
 * looked at: where nothing that matters has changed, what stands is confirmed. Then the others are
 * forecast, one after the other, each kept as soon as it is there. So an edit costs what it
 * touches, and everything else keeps its forecast and its number.
 */
/// Looks at the whole portfolio, makes forecasts of what changed, and keeps them.
@Component
public class Forecasting {
  /// So many placements take about 0.1 s for a thousand tasks.
  private static final int LEVEL_PASSES = 200;

  private static final Duration RECENT = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Forecasting.class);

  private final Portfolio portfolio;
  private final Schedules schedules;
  private final Recalibrations recalibrations;
  private final ForecastKeeper keeper;
  private final ForecastProgress progress;
  private final EditedEnds edited;
  private final ForecastWishes wishes;
  private final ForecastSettings settings;
  private final Zone zone;

  public Forecasting(
      Portfolio portfolio,
      Schedules schedules,
      Recalibrations recalibrations,
      ForecastKeeper keeper,
      ForecastProgress progress,
      EditedEnds edited,
      ForecastWishes wishes,
      ForecastSettings settings,
      Zone zone) {
    this.portfolio = portfolio;
    this.schedules = schedules;
    this.recalibrations = recalibrations;
    this.keeper = keeper;
    this.progress = progress;
    this.edited = edited;
    this.wishes = wishes;
    this.settings = settings;
    this.zone = zone;
  }

  /// What came of it.
  public sealed interface Made {
    /// New forecasts were kept, of the most important projects first.
    record New(List<KeptForecast.Id> forecasts) implements Made {
      public New {
        forecasts = List.copyOf(forecasts);
      }
    }

    /// Nothing that matters had changed: what stands was confirmed.
    record Same() implements Made {}

    /// Something could not be made; what stood there stands, and [Forecasts#problem] says why.
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
      Question question = portfolio.question(asOf, settings.runs(), settings.seed());
      return make(question.with(recalibrations.inForce().correction()), wish, at);
    } catch (RuntimeException e) { // whatever goes wrong, the forecasts that were there must stand
      return failed(e, wish);
    }
  }

  private Made failed(RuntimeException e, long wish) {
    LOG.warn("planning forecast-failed wish={}", wish, e);
    String message =
        "The last try to make a new forecast failed. The dates are those of the one before."
            + " Ask an admin to look at the log.";
    keeper.failed(message, wish, zone.instant());
    return new Made.Failed(message);
  }

  private Made make(Question whole, long wish, Instant at) {
    List<Question> parts = whole.plan().parts().stream().map(whole::about).toList();
    List<Question> changed =
        parts.stream()
            .filter(part -> !keeper.confirm(ForecastKeeper.refs(part), Touch.by(part), wish, at))
            .toList();
    var made = new ArrayList<KeptForecast.Id>();
    RuntimeException problem = null;
    for (Question part : changed) {
      try {
        forecast(part, wish, at).ifPresent(made::add);
      } catch (RuntimeException e) { // one part must not keep the others from theirs
        problem = e;
      }
    }
    if (problem != null) {
      return failed(problem, wish);
    }
    keeper.looked(ForecastKeeper.refs(whole), wish, at);
    return made.isEmpty() ? new Made.Same() : new Made.New(made);
  }

  /// Shows the dates of edited projects at once and all first dates after 256 runs. The former stay
  /// until all is there: they rest on all runs from before, not on a part of the new ones. Leaves
  /// it when somebody else has met a later wish.
  private Optional<KeptForecast.Id> forecast(Question part, long wish, Instant at) {
    Map<String, LocalDate> soon = edited.after(part);
    if (!soon.isEmpty()) {
      progress.report(soon, 0, part.runs(), wish);
    }
    schedules.keep(part, levelled(part), wish, at);
    Outcome outcome =
        Forecaster.untilStable(
            part,
            soFar -> {
              progress.report(soFar, soon, part.runs(), wish);
              return wishes.met() <= wish;
            });
    Optional<KeptForecast.Id> kept =
        keeper.keep(part, outcome, EngineJson.bytes(part), Touch.by(part), wish, at);
    if (at.isAfter(zone.instant().minus(RECENT))) { // nobody edits what the sample made of the past
      edited.keep(part, outcome.forecast().projects());
    }
    return kept;
  }

  /// Levelled by a number of passes and not by time: the same plans give the same dates anywhere.
  private static Planned levelled(Question question) {
    return Planned.of(question.plan(), question.interruptions(), question.asOf())
        .improved(Effort.passes(LEVEL_PASSES));
  }
}
