package dev.linchpin.helpdesk.levels;

/// What a service level asks for.
public enum Goal {
  ANSWER("to answer"),
  RESOLVE("to resolve");

  private final String words;

  Goal(String words) {
    this.words = words;
  }

  /// "to answer"
  public String words() {
    return words;
  }
}
