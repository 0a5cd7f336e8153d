package dev.linchpin.planning;

import dev.linchpin.directory.Person;
import dev.linchpin.forecast.Interruptions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;

/// Whoever knows what tickets take from people's days. Planning asks; the help desk answers.
public interface InterruptionSource {
  /// What the given people lose, under their directory ids as text.
  ///
  /// @param now only what was known within this hour counts
  Interruptions interruptions(Collection<Person> people, LocalDateTime now);

  /// What is unusual about tickets now, so that dates are less sure; a sentence.
  default Optional<String> warning(LocalDate asOf) {
    return Optional.empty();
  }
}
