package dev.linchpin.platform;

/// Words on their way into a `like` or `ilike` of SQL.
public final class Like {
  private Like() {}

  /// The pattern that finds the words anywhere, with nothing in them taken as a wildcard.
  public static String anywhere(String words) {
    return "%" + words.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }
}
