package dev.linchpin.forecast;

/// Names a risk; unique within a plan.
public record RiskId(String value) {
  public RiskId {
    Checks.require(!value.isBlank(), "An id is not empty.");
  }

  @Override
  public String toString() {
    return value;
  }
}
