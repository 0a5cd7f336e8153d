package dev.linchpin.planning;

import dev.linchpin.directory.Person;
import dev.linchpin.forecast.Interruptions;
import java.time.LocalDate;
import java.util.Collection;

/// Whoever knows what tickets take from people's days. Planning asks; the help desk answers.
public interface InterruptionSource {
  /// What the given people lose, under their directory ids as text.
  ///
  /// @param asOf only what was known on this day counts
  Interruptions interruptions(Collection<Person> people, LocalDate asOf);
}
