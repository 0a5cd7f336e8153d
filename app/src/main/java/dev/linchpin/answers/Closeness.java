package dev.linchpin.answers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/*
 * The modules' stores find candidates by trigrams, each in its own table. Here all candidates are
 * weighed with one measure, so that a project and a ticket can be put in one order: each asked word
 * is compared with its best word of the title, and the mean counts.
 *
 * Typing errors are counted as in Damerau 1964: a letter more, less, other, or two swapped. Short
 * words get no error, because "vpn" and "van" are other things; numbers neither.
 */

/// How close a title is to the words somebody asks with; 1 is word for word, 0 has nothing in
/// common.
final class Closeness {
  /// From here on a title is an answer; below, it is at most a "did you mean".
  static final double ANSWERS = 0.6;

  private static final double PREFIX = 0.9;
  private static final double PER_ERROR = 0.15;
  private static final int ONE_ERROR_LETTERS = 4;
  private static final int TWO_ERRORS_LETTERS = 7;
  private static final int PREFIX_LETTERS = 2;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SMALL_WORDS =
      Set.of(
          "a",
          "an",
          "and",
          "are",
          "be",
          "been",
          "by",
          "can",
          "do",
          "does",
          "done",
          "finished",
          "for",
          "from",
          "get",
          "go",
          "goes",
          "how",
          "in",
          "is",
          "it",
          "long",
          "me",
          "my",
          "of",
          "on",
          "our",
          "out",
          "ready",
          "the",
          "there",
          "this",
          "to",
          "we",
          "what",
          "when",
          "where",
          "which",
          "who",
          "will",
          "with",
          "you");

  private final List<String> asked;

  Closeness(String words) {
    List<String> all = words(words);
    List<String> meant = all.stream().filter(word -> !SMALL_WORDS.contains(word)).toList();
    this.asked = meant.isEmpty() ? all : meant;
  }

  /// What is asked for, without the small words of a question.
  String core() {
    return String.join(" ", asked);
  }

  double to(String title) {
    List<String> words = words(title);
    return asked.stream().mapToDouble(word -> best(word, words)).average().orElse(0);
  }

  /// The asked words with each replaced by the nearest of the title; empty when one has none near.
  Optional<String> corrected(String title) {
    List<String> words = words(title);
    List<String> near =
        asked.stream()
            .map(word ->
                words.stream()
                    .min(Comparator.comparingInt(other -> errors(word, other)))
                    .filter(other -> errors(word, other) <= Math.max(1, word.length() / 2)))
            .flatMap(Optional::stream)
            .toList();
    return near.size() == asked.size() && !near.equals(asked)
        ? Optional.of(String.join(" ", near))
        : Optional.empty();
  }

  private static double best(String word, List<String> words) {
    String joined = String.join("", words);
    double inWords = words.stream().mapToDouble(other -> match(word, other)).max().orElse(0);
    return Math.max(inWords, word.length() >= ONE_ERROR_LETTERS ? match(word, joined) : 0);
  }

  private static double match(String word, String other) {
    if (word.equals(other)) {
      return 1;
    }
    if (word.length() >= PREFIX_LETTERS && other.startsWith(word)) {
      return PREFIX;
    }
    int allowed = errorsAllowed(word);
    if (Math.abs(word.length() - other.length()) > allowed) {
      return 0;
    }
    int errors = errors(word, other);
    return errors <= allowed ? 1 - PER_ERROR * (errors + 1) : 0;
  }

  private static int errorsAllowed(String word) {
    boolean number = word.chars().anyMatch(Character::isDigit);
    if (number || word.length() < ONE_ERROR_LETTERS) {
      return 0;
    }
    return word.length() < TWO_ERRORS_LETTERS ? 1 : 2;
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN_WORDS.split(plain)).filter(word -> !word.isEmpty()).toList();
  }

  /// Letters more, less, other, or two neighbours swapped.
  static int errors(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int cheapest(int[][] cost, String one, String other, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
