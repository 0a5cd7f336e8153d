package dev.linchpin.forecast;

/// Names one person within a plan; any text that is not empty.
public record PersonId(String value) implements Comparable<PersonId> {
  public PersonId {
    Checks.require(!value.isBlank(), "A person needs an id.");
  }

  @Override
  public int compareTo(PersonId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
