package dev.linchpin.directory;

import java.text.Normalizer;
import java.util.regex.Pattern;

/// How names are searched for.
final class Words {
  /// Share of trigrams in common from which a name is meant: "Jhon Bel" still finds "Jon Bell".
  static final double CLOSE = 0.4;

  /// The column `name` without accents, as [#plain] makes the words.
  static final String PLAIN_NAME =
      "regexp_replace(normalize(name, nfd), '[\\u0300-\\u036f]', '', 'g')";

  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");

  private Words() {}

  /// Without accents: whoever types "akesson" means Åkesson.
  static String plain(String words) {
    return ACCENT.matcher(Normalizer.normalize(words, Normalizer.Form.NFD)).replaceAll("");
  }
}
