package dev.linchpin.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Whoever knows how many tickets a go-live brings. Planning asks; the help desk answers.
public interface WaveSource {
  /// For each go-live of these projects that is ahead, the nearest first.
  List<ExpectedWave> waves(Collection<ProjectKey> projects, LocalDate today);
}
