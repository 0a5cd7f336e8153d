package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Risk.Tie;
import dev.linchpin.forecast.RiskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which slice of chance, 0 to 1, each risk has among those of the same cause. If exclusive risks
/// fill more than all of it, each gets less; if a cause says both, what its first risk says counts.
final class Slices {
  private final Map<RiskId, Double> from = new HashMap<>();
  private final Map<RiskId, Double> width = new HashMap<>();
  private final List<String> overfull = new ArrayList<>();
  private final List<String> ambiguous = new ArrayList<>();

  Slices(List<Risk> risks) {
    Map<String, List<Risk>> byCause = new LinkedHashMap<>();
    for (Risk risk : risks) {
      width.put(risk.id(), risk.chance());
      if (risk.bond() != null) {
        byCause.computeIfAbsent(risk.bond().cause(), _ -> new ArrayList<>()).add(risk);
      }
    }
    byCause.forEach(this::share);
  }

  double from(Risk risk) {
    return from.getOrDefault(risk.id(), 0.0);
  }

  double width(Risk risk) {
    return width.getOrDefault(risk.id(), 0.0);
  }

  /// Causes whose exclusive risks are together more likely than certain.
  List<String> overfull() {
    return overfull;
  }

  /// Causes of which one risk says together and another exclusive.
  List<String> ambiguous() {
    return ambiguous;
  }

  private void share(String cause, List<Risk> risks) {
    Tie tie = tie(risks.getFirst());
    if (risks.stream().anyMatch(it -> tie(it) != tie)) {
      ambiguous.add(cause);
    }
    if (tie == Tie.EXCLUSIVE) {
      double sum = risks.stream().mapToDouble(Risk::chance).sum();
      if (sum > 1 + 1e-9) {
        overfull.add(cause);
      }
      double at = 0;
      for (Risk risk : risks) {
        double own = risk.chance() / Math.max(1, sum);
        from.put(risk.id(), at);
        width.put(risk.id(), own);
        at += own;
      }
    }
  }

  private static Tie tie(Risk risk) {
    return risk.bond() == null ? Tie.TOGETHER : risk.bond().tie();
  }
}
