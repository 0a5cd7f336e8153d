package dev.linchpin.forecast.search;

/// The text is no instance; the message says in which line and why.
public final class InstanceTextException extends Exception {
  private static final long serialVersionUID = 1L;

  InstanceTextException(String message) {
    super(message);
  }
}
