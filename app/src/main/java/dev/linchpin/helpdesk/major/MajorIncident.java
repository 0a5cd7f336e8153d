package dev.linchpin.helpdesk.major;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that stops many.
///
/// @param ticket number of the ticket it was declared on
/// @param lead who decides, and promises the next update
/// @param every how often people hear of it
/// @param nextUpdate until when they were promised to hear
/// @param endedAt null while it goes on
/// @param version counts the changes; 0 when new
public record MajorIncident(
    UUID id,
    String ticket,
    String title,
    Instant declaredAt,
    String declaredBy,
    PersonId lead,
    Duration every,
    Instant nextUpdate,
    @Nullable Instant endedAt,
    Review review,
    int version) {
  public static final int TEXT_MAX = 20_000;
  public static final int MINUTES_MAX = 1_440;

  public boolean isOpen() {
    return endedAt == null;
  }

  /// Whether somebody waits for an update that was promised.
  public boolean isUpdateLate(Instant now) {
    return isOpen() && nextUpdate.isBefore(now);
  }

  /// What was learned; each may be empty.
  ///
  /// @param changes what we change so that it does not come again
  public record Review(String happened, String why, String changes) {
    public Review {
      require(
          happened.length() <= TEXT_MAX && why.length() <= TEXT_MAX && changes.length() <= TEXT_MAX,
          "Keep each text to %,d characters.",
          TEXT_MAX);
    }
  }

  /// News about it.
  ///
  /// @param told how many callers got it as an answer
  public record Update(UUID id, Instant at, String who, String text, int told) {}

  /// What somebody does so that it does not come again.
  ///
  /// @param person null while nobody has it
  public record Action(
      UUID id,
      String text,
      @Nullable PersonId person,
      @Nullable LocalDate due,
      @Nullable Instant doneAt) {}
}
