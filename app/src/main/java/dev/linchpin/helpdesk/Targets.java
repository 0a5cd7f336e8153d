package dev.linchpin.helpdesk;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// By when a ticket is to be answered and resolved, as its service level says.
///
/// @param answer null when no first answer is asked for
/// @param resolve null when no time to resolve is asked for
public record Targets(@Nullable Target answer, @Nullable Target resolve) {
  public static final Targets NONE = new Targets(null, null);

  /// What is due next; empty when nothing is.
  public Optional<Instant> due() {
    return Stream.of(Optional.ofNullable(answer), Optional.ofNullable(resolve))
        .flatMap(Optional::stream)
        .filter(target -> target.met() == null)
        .flatMap(target -> Optional.ofNullable(target.due()).stream())
        .min(Instant::compareTo);
  }
}
