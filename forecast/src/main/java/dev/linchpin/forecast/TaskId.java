package dev.linchpin.forecast;

/// Names one task within a plan; any text that is not empty.
public record TaskId(String value) implements Comparable<TaskId> {
  public TaskId {
    Checks.require(!value.isBlank(), "A task needs an id.");
  }

  @Override
  public int compareTo(TaskId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
