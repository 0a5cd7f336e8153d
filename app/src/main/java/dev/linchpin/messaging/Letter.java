package dev.linchpin.messaging;

import static dev.linchpin.platform.Checks.require;

import java.util.Locale;

/// A mail that belongs to no ticket.
///
/// @param once its sender's name for it, like "correction 5f0c…": the same name is the same letter
/// @param recipient one address, in lower case
/// @param text plain
/// @param stop address that ends letters like it at one click; empty where there is nothing to end
public record Letter(String once, String recipient, String subject, String text, String stop) {
  public Letter {
    recipient = recipient.strip().toLowerCase(Locale.ROOT);
    require(!once.isBlank(), "A letter has a name.");
    require(recipient.matches("[^@\\s]+@[^@\\s]+"), "A letter goes to one address.");
    require(!subject.isBlank() && !text.isBlank(), "A letter has a subject and a text.");
    require(subject.lines().count() == 1, "A subject is one line.");
  }

  /// A letter that nobody has to be able to end.
  public static Letter of(String once, String recipient, String subject, String text) {
    return new Letter(once, recipient, subject, text, "");
  }
}
