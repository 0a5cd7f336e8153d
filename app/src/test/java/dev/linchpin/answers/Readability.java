package dev.linchpin.answers;

import java.util.Locale;
import java.util.regex.Pattern;

/// How hard a text is to read: the Flesch–Kincaid grade (Kincaid and others 1975), 0.39 ·
/// words/sentences + 11.8 · syllables/words − 15.59. Syllables are counted as groups of vowels,
/// without a silent e at the end.
final class Readability {
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'-]+");
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

  private Readability() {}

  static double grade(String text) {
    long sentences = sentences(text);
    long words = WORD.matcher(text).results().count();
    long syllables = WORD.matcher(text).results().mapToLong(word -> syllables(word.group())).sum();
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  static long sentences(String text) {
    return SENTENCE_END.matcher(text).results().count();
  }

  private static long syllables(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[^aeiouyl])e$", "");
    return Math.max(1, VOWELS.matcher(plain).results().count());
  }
}
