package dev.linchpin.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody believes a date that our forecast has left: one line of the correction they get.
///
/// @param promise what they believe
/// @param known what we would say today; null when no date may be named
/// @param days working days from what they believe to what we know; below 0 when it is earlier, 0
///   without a day
/// @param words what they will read or hear
/// @param version for the next change: a change that expects another version is refused
public record Drift(
    UUID id,
    Promise promise,
    @Nullable LocalDate known,
    int days,
    String words,
    Instant foundAt,
    State state,
    int version) {

  /// How far the correction is.
  public sealed interface State {
    /// It waits for somebody to approve it.
    record Drafted() implements State {}

    /// Somebody said "not now".
    record Held(Instant until) implements State {}

    /// It goes with the next letter to that person.
    ///
    /// @param by a person's name, or "rule"
    record Approved(String by, Instant at) implements State {}

    /// It waits for the mail server.
    record Sending(String letter) implements State {}

    /// The mail server took it.
    record Sent(Instant at) implements State {}

    /// Somebody said it.
    record Told(Instant at) implements State {}

    /// The date came back before anybody said anything, or the thing is over.
    record Withdrawn(Instant at) implements State {}
  }

  public Hearer hearer() {
    return promise.toldTo();
  }

  public Ref ref() {
    return promise.ref();
  }

  /// Whether they still believe the old date.
  public boolean isOpen() {
    return switch (state) {
      case State.Drafted _, State.Held _, State.Approved _, State.Sending _ -> true;
      case State.Sent _, State.Told _, State.Withdrawn _ -> false;
    };
  }

  /// Whether a mail brings it; otherwise somebody calls.
  public boolean goesByMail() {
    return hearer().hasMail();
  }
}
