package dev.linchpin.planning;

import dev.linchpin.directory.Person;
import dev.linchpin.forecast.Interruptions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/// Whoever knows what tickets take from people's days. Planning asks; the help desk answers.
public interface InterruptionSource {
  /// What the given people lose, under their directory ids as text.
  ///
  /// @param asOf only what was known on this day counts
  Interruptions interruptions(Collection<Person> people, LocalDate asOf);

  /// What is unusual about tickets now, so that dates are less sure; a sentence.
  default Optional<String> warning(LocalDate asOf) {
    return Optional.empty();
  }
}
