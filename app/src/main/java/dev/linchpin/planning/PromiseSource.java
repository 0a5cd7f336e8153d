package dev.linchpin.planning;

import dev.linchpin.forecast.Promise;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/// Whoever knows which dates people were told. Planning asks; the promise ledger answers.
public interface PromiseSource {
  /// What was promised about these projects, their milestones among it, and is not over.
  ///
  /// @param asOf only dates from this day on count
  List<Promise> promises(Collection<ProjectKey> projects, LocalDate asOf);
}
