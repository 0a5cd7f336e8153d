package dev.linchpin.forecast;

/// `to` waits for `from`.
public record Link(TaskId from, TaskId to, Type type, Lag lag) {
  /// Which end of `from` the which end of `to` waits for.
  public enum Type {
    FINISH_TO_START,
    START_TO_START,
    FINISH_TO_FINISH,
    START_TO_FINISH
  }

  public static Link finishToStart(TaskId from, TaskId to) {
    return new Link(from, to, Type.FINISH_TO_START, Lag.NONE);
  }
}
