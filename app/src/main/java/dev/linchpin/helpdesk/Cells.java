package dev.linchpin.helpdesk;

import java.util.Locale;
import java.util.Set;

/// What a cell holds, once blanks and the marks for "unknown" are gone.
final class Cells {
  private static final Set<String> UNKNOWN =
      Set.of("?", "-", "null", "n/a", "none", "(empty)", "(none)", "undefined", "nan");

  private Cells() {}

  /// The text without blanks around it; empty when it is a mark for "unknown".
  static String known(String cell) {
    String text = cell.strip();
    return text.length() <= 9 && UNKNOWN.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
  }

  /// The first characters of a text, at most so many and never half a character.
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end);
  }
}
