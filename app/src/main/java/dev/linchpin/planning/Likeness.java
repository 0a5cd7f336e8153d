package dev.linchpin.planning;

/// Words on their way into a `like` of SQL.
final class Likeness {
  private Likeness() {}

  /// The words with `%`, `_` and `\` meaning themselves.
  static String plain(String words) {
    return words.strip().replaceAll("([\\\\%_])", "\\\\$1");
  }
}
