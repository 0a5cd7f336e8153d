package dev.linchpin.helpdesk;

import dev.linchpin.forecast.load.GoLive;
import dev.linchpin.forecast.load.Series;
import dev.linchpin.forecast.load.WaveDays;
import dev.linchpin.planning.ExpectedWave;
import dev.linchpin.planning.GoLiveDay;
import dev.linchpin.planning.Milestones;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.WaveSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How many tickets the go-lives ahead bring, from what earlier ones brought.
@Component
public class GoLiveWaves implements WaveSource {
  private final Milestones milestones;
  private final TicketArrivals arrivals;

  public GoLiveWaves(Milestones milestones, TicketArrivals arrivals) {
    this.milestones = milestones;
    this.arrivals = arrivals;
  }

  @Override
  public List<ExpectedWave> waves(Collection<ProjectKey> projects, LocalDate today) {
    List<GoLiveDay> all =
        milestones.goLives().stream()
            .filter(one -> one.reached() != one.day().isAfter(today))
            .toList();
    List<GoLiveDay> ahead =
        all.stream()
            .filter(one -> !one.reached() && projects.contains(one.ref().project()))
            .toList();
    if (ahead.isEmpty()) {
      return List.of();
    }
    List<GoLive> known = all.stream().map(GoLiveWaves::goLive).toList();
    Series past = arrivals.recent(today).orElse(null);
    return ahead.stream()
        .map(one ->
            past == null
                ? ExpectedWave.unknown(one)
                : ExpectedWave.of(one, WaveDays.of(past, known, goLive(one))))
        .toList();
  }

  /// The projects that have a go-live ahead, by the forecasts that stand.
  public Set<ProjectKey> projectsAhead(LocalDate until) {
    return milestones.goLives().stream()
        .filter(one -> !one.reached() && !one.day().isAfter(until))
        .map(one -> one.ref().project())
        .collect(Collectors.toSet());
  }

  static GoLive goLive(GoLiveDay one) {
    return new GoLive(one.day(), one.topics());
  }
}
