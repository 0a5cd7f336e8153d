package dev.linchpin.answers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words to people, some of them strong. In JSON it is the plain text.
public record Sentence(List<Part> parts) {
  static final Sentence EMPTY = new Sentence(List.of());

  public Sentence {
    parts = List.copyOf(parts);
  }

  /// Words next to each other with the same weight.
  public record Part(String text, boolean strong) {}

  @JsonValue
  public String plain() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  Sentence say(String text) {
    return with(new Part(text, false));
  }

  Sentence strong(String text) {
    return with(new Part(text, true));
  }

  private Sentence with(Part part) {
    return part.text().isEmpty()
        ? this
        : new Sentence(Stream.concat(parts.stream(), Stream.of(part)).toList());
  }
}
