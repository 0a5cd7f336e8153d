package dev.linchpin.planning;

import dev.linchpin.planning.planfile.PlanFile;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A plan file that was read and not yet saved.
///
/// @param usedFor the project it became the plan of; null as long as nobody confirmed it
public record ImportDraft(
    Id id, String fileName, PlanFile file, Instant madeAt, @Nullable ProjectKey usedFor) {
  /// It is dropped when it is older.
  public static final Duration KEPT = Duration.ofDays(1);

  /// Names one draft.
  public record Id(UUID value) {
    @Override
    public String toString() {
      return value.toString();
    }
  }
}
