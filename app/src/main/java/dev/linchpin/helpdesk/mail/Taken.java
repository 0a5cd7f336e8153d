package dev.linchpin.helpdesk.mail;

import java.util.UUID;

/// What became of a mail that came in.
public sealed interface Taken {
  /// The row that keeps the mail.
  UUID mail();

  record NewTicket(UUID mail, String number) implements Taken {}

  /// @param message what it became on the ticket
  record Said(UUID mail, String number, UUID message) implements Taken {}

  /// A mail of ours came back.
  record Bounce(UUID mail, String number, String address) implements Taken {}

  /// A mail of ours that belongs to no ticket came back.
  record LetterBounce(UUID mail, String address) implements Taken {}

  /// A machine wrote it and nobody has to read it.
  record AutomaticIgnored(UUID mail, String reason) implements Taken {}

  /// It was taken before.
  ///
  /// @param mail the row of the first delivery
  record Duplicate(UUID mail) implements Taken {}

  /// Nobody knows its sender; somebody has to say yes.
  record Waiting(UUID mail, String reason) implements Taken {}

  /// It cannot be taken, and why.
  record Quarantined(UUID mail, String reason) implements Taken {}
}
