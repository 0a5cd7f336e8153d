package dev.linchpin.helpdesk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What goes first. It follows from impact and urgency:
///
/// ```text
///                 urgency  high      medium  low
/// impact  high             critical  high    normal
///         medium           high      normal  low
///         low              normal    low     low
/// ```
public enum Priority {
  CRITICAL,
  HIGH,
  NORMAL,
  LOW;

  /// @param impact how many people, or how much of the organisation, it stops
  /// @param urgency how soon it hurts
  public static Priority of(Grade impact, Grade urgency) {
    return switch (impact.ordinal() + urgency.ordinal()) {
      case 4 -> CRITICAL;
      case 3 -> HIGH;
      case 2 -> NORMAL;
      default -> LOW;
    };
  }

  /// "critical"
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How a ticket's priority is said: the word of another tool as it is, unless it is one of ours.
  public static String said(String word) {
    return of(word).map(Priority::word).orElse(word);
  }

  /// The one of this word, whatever the capitals; tickets of other tools have words of their own.
  public static Optional<Priority> of(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(word)).findFirst();
  }
}
