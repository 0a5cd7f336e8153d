package dev.linchpin.forecast.text;

/// A line of a plan that cannot be read, said to the person who wrote it.
public final class PlanTextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  PlanTextException(int line, String message) {
    super("Line " + line + ": " + message);
    this.line = line;
  }

  /// The line, counted from 1.
  public int line() {
    return line;
  }
}
