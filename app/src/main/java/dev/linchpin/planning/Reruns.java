package dev.linchpin.planning;

import dev.linchpin.forecast.Forecaster;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Runs kept forecasts again from what was kept with them: inputs, seed and number of runs.
@Component
public class Reruns {
  private final Forecasts forecasts;

  public Reruns(Forecasts forecasts) {
    this.forecasts = forecasts;
  }

  /// What a second run gave, compared with what was kept.
  ///
  /// @param engine version of the model that ran now
  /// @param dates how many projects, tasks and milestones were compared
  /// @param others refs whose dates are not the same to the minute
  public record Rerun(KeptForecast kept, String engine, int dates, List<String> others) {
    public Rerun {
      others = List.copyOf(others);
    }

    public boolean isSame() {
      return others.isEmpty();
    }

    /// "Same to the minute", or what differs and why.
    public String words() {
      String model =
          engine.equals(kept.engine())
              ? "Model %s.".formatted(engine)
              : "It was made by model %s; model %s ran now.".formatted(kept.engine(), engine);
      return isSame()
          ? "Forecast %d: %,d dates, the same to the minute. %s"
              .formatted(kept.number(), dates, model)
          : "Forecast %d: %,d of %,d dates differ, the first of them %s. %s"
              .formatted(kept.number(), others.size(), dates, others.getFirst(), model);
    }
  }

  /// Runs it again; empty when there is none of this number.
  public Optional<Rerun> again(long number) {
    return forecasts.numbered(number).map(this::again);
  }

  private Rerun again(KeptForecast kept) {
    Question question = forecasts.inputs(kept.id()).orElseThrow();
    Outcome outcome = Forecaster.forecast(question);
    Map<String, ForecastLine> now = byRef(ForecastLine.all(question, outcome));
    Map<String, ForecastLine> then =
        byRef(forecasts.all(kept.id()).stream().map(ForecastLine::of).toList());
    List<String> others =
        then.values().stream()
            .filter(line -> !line.equals(now.get(line.ref())))
            .map(ForecastLine::ref)
            .sorted(Comparator.naturalOrder())
            .toList();
    return new Rerun(kept, outcome.forecast().version(), then.size(), others);
  }

  private static Map<String, ForecastLine> byRef(List<ForecastLine> lines) {
    return lines.stream().collect(Collectors.toMap(ForecastLine::ref, Function.identity()));
  }
}
