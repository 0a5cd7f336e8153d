package dev.linchpin.helpdesk.monitoring;

import dev.linchpin.helpdesk.Grade;
import java.util.List;
import java.util.Locale;

/// How bad a check says it is, the worst first.
public enum Severity {
  CRITICAL(Grade.HIGH, Grade.HIGH, List.of("crit", "fatal", "disaster", "emerg", "page", "down")),
  HIGH(Grade.HIGH, Grade.MEDIUM, List.of("high", "error", "major", "severe")),
  USUAL(Grade.MEDIUM, Grade.MEDIUM, List.of("warn", "average", "medium")),
  LOW(Grade.LOW, Grade.LOW, List.of("info", "low", "minor", "notice", "debug"));

  private final Grade impact;
  private final Grade urgency;
  private final List<String> words;

  Severity(Grade impact, Grade urgency, List<String> words) {
    this.impact = impact;
    this.urgency = urgency;
    this.words = words;
  }

  /// The one behind a word of a monitoring system; a word nobody knows is usual.
  public static Severity of(String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    for (Severity severity : values()) {
      if (severity.words.stream().anyMatch(word::startsWith)) {
        return severity;
      }
    }
    return USUAL;
  }

  public Grade impact() {
    return impact;
  }

  public Grade urgency() {
    return urgency;
  }

  boolean isWorseThan(Severity other) {
    return ordinal() < other.ordinal();
  }
}
