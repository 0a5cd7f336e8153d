package dev.linchpin.forecast;

/// Names one change window within a plan; any text that is not empty.
public record WindowId(String value) implements Comparable<WindowId> {
  public WindowId {
    Checks.require(!value.isBlank(), "A window needs an id.");
  }

  @Override
  public int compareTo(WindowId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
