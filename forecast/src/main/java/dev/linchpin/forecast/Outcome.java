package dev.linchpin.forecast;

import java.util.List;

/// A forecast of what can be placed, and what is odd about the rest.
public record Outcome(Forecast forecast, List<Finding> findings) {
  public Outcome {
    findings = List.copyOf(findings);
  }
}
