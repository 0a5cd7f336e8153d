package dev.linchpin.answers;

import static dev.linchpin.platform.Checks.require;

/// How good our dates were: of the dates told that are over, how many were kept.
public record TrackRecord(int over, int kept) {
  public static final TrackRecord NONE = new TrackRecord(0, 0);

  private static final double VERY_SURE = 0.9;
  private static final double FAIRLY_SURE = 0.7;
  private static final double AS_LIKELY_AS_NOT = 0.4;

  public TrackRecord {
    require(0 <= kept && kept <= over, "%d of %d dates cannot be kept.", kept, over);
  }

  /// "Fairly sure. Of our last 24 dates like this one, 19 were kept."
  String words() {
    if (over < Thresholds.FINISHED_MIN) {
      return "We have too few finished jobs like this to know how good our dates are.";
    }
    return "%s. Of our last %d dates like this one, %d %s kept."
        .formatted(sure((double) kept / over), over, kept, kept == 1 ? "was" : "were");
  }

  /// "19 of 24 kept"; "too few (3)".
  public String brief() {
    return over < Thresholds.FINISHED_MIN
        ? "too few (" + over + ")"
        : "%d of %d kept".formatted(kept, over);
  }

  private static String sure(double share) {
    if (share >= VERY_SURE) {
      return "Very sure";
    }
    if (share >= FAIRLY_SURE) {
      return "Fairly sure";
    }
    return share >= AS_LIKELY_AS_NOT ? "Not very sure" : "Not sure";
  }
}
