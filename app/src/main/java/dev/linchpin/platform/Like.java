package dev.linchpin.platform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words on their way into a search of SQL.
public final class Like {
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Like() {}

  /// The pattern for `like` and `ilike` that finds the words anywhere, with nothing in them taken
  /// as a wildcard.
  public static String anywhere(String words) {
    return "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }

  /// For `to_tsquery`: all of the words, without accents: "net & core"; empty for none.
  public static String whole(String words) {
    return joined(words, "");
  }

  /// For `to_tsquery`: all of the words, each perhaps only begun: "net:* & core:*"; empty for none.
  public static String begun(String words) {
    return joined(words, ":*");
  }

  private static String joined(String words, String suffix) {
    String plain = ACCENT.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(BETWEEN_WORDS.split(plain.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .map(word -> word + suffix)
        .collect(Collectors.joining(" & "));
  }
}
