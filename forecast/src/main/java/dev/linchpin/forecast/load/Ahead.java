package dev.linchpin.forecast.load;

import dev.linchpin.forecast.score.Sample;
import java.util.Optional;

/// Says what a step that lies ahead will bring, from the past alone.
@FunctionalInterface
public interface Ahead {
  /// @param steps how far ahead: 1 is the step after the last one of the past
  /// @return empty where nothing was seen yet
  Optional<Sample> ahead(Series past, int steps);
}
