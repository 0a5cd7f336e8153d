package dev.linchpin.directory;

/// How names are searched for.
final class Words {
  /// Share of trigrams in common from which a name is meant: "Jhon Bel" still finds "Jon Bell".
  static final double CLOSE = 0.4;

  private Words() {}

  /// The pattern that finds the words anywhere, with nothing in them taken as a wildcard.
  static String anywhere(String words) {
    return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}
