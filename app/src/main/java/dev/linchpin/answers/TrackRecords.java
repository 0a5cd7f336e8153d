package dev.linchpin.answers;

import java.util.List;
import java.util.Map;

/// How good our dates were, by how far away they were told.
public record TrackRecords(Map<Integer, TrackRecord> byHorizon) {
  /// Days ahead at which the next horizon begins: two weeks, eight weeks, six months.
  public static final List<Integer> HORIZONS = List.of(15, 57, 184);

  public TrackRecords {
    byHorizon = Map.copyOf(byHorizon);
  }

  /// Of dates told from as far away.
  ///
  /// @param daysAhead from the day of telling to the date
  public TrackRecord at(long daysAhead) {
    return byHorizon.getOrDefault(horizon(daysAhead), TrackRecord.NONE);
  }

  /// The number of the horizon; 0 is the nearest.
  static int horizon(long daysAhead) {
    return (int) HORIZONS.stream().filter(begins -> daysAhead >= begins).count();
  }
}
