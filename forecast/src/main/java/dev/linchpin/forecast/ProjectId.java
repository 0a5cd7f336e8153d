package dev.linchpin.forecast;

/// Names one project within a plan; any text that is not empty.
public record ProjectId(String value) implements Comparable<ProjectId> {
  public ProjectId {
    Checks.require(!value.isBlank(), "A project needs an id.");
  }

  @Override
  public int compareTo(ProjectId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
