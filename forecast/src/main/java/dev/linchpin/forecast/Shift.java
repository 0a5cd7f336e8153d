package dev.linchpin.forecast;

/// Working time within one day, in minutes after midnight: from (included) to (excluded, at most
/// 1,440).
public record Shift(int from, int to) {
  public static final int MINUTES_PER_DAY = 1_440;

  public Shift {
    Checks.require(
        0 <= from && from < to && to <= MINUTES_PER_DAY,
        "A shift lies within one day: %d to %d does not.",
        from,
        to);
  }

  public int minutes() {
    return to - from;
  }
}
