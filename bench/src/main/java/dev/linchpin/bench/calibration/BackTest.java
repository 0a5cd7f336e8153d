package dev.linchpin.bench.calibration;

import java.io.IOException;
import java.nio.file.Path;

/// One data set and the fair way to forecast it.
interface BackTest {
  /// Its folder below the data directory, and its name in the lines.
  String set();

  /// Makes and marks all forecasts.
  ///
  /// @param train the set's folder to learn from
  /// @param test the set's folder to forecast; the same one: leave one project out, or go forward
  ///   in time
  void run(Path train, Path test, Report report) throws IOException;
}
