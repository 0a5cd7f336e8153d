package dev.linchpin.planning;

import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Seed;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/// One forecast of the whole portfolio, as it was made; never changed afterwards.
///
/// @param number counts all forecasts, from 1
/// @param asOf what it took for now, in the organisation's zone
/// @param engine version of the model
/// @param correction version of the recalibration that was applied; 0 for none
/// @param fingerprint of everything that went in
/// @param checkedAt when the same inputs last gave this again; [#madeAt] at first
/// @param findings whose task ids are refs like `NET-12`
public record KeptForecast(
    Id id,
    long number,
    Instant madeAt,
    LocalDateTime asOf,
    Seed seed,
    int runs,
    String engine,
    int correction,
    String fingerprint,
    Instant checkedAt,
    List<Finding> findings) {
  public KeptForecast {
    findings = List.copyOf(findings);
  }

  /// Names one forecast.
  public record Id(UUID value) {
    @Override
    public String toString() {
      return value.toString();
    }
  }

  /// What is odd about one project's plan.
  public List<Finding> findingsOf(ProjectKey project) {
    return findingsOf(project, findings);
  }

  static List<Finding> findingsOf(ProjectKey project, List<Finding> findings) {
    String mark = project + "-";
    return findings.stream()
        .filter(finding -> finding.tasks().stream().anyMatch(task -> task.value().startsWith(mark)))
        .toList();
  }
}
