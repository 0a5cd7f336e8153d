package dev.linchpin.forecast;

/// Names something that people know and work can ask for; any text that is not empty.
public record TopicId(String value) implements Comparable<TopicId> {
  public TopicId {
    Checks.require(!value.isBlank(), "A topic needs an id.");
  }

  @Override
  public int compareTo(TopicId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
