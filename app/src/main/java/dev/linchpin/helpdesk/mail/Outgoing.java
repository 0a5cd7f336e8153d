package dev.linchpin.helpdesk.mail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail that goes out.
///
/// @param ticket its number
/// @param message what is said; null for what is automatic
/// @param messageId with its angle brackets: the same however often it is tried
/// @param answers Message-ID of the mail it answers; may be empty
/// @param token of the reply address
/// @param tries this one counted
/// @param alert what whoever works on it has to know; empty for what goes to callers
/// @param onCall whether the alert goes to whoever is on call
record Outgoing(
    UUID id,
    String ticket,
    @Nullable UUID message,
    String recipient,
    String messageId,
    String answers,
    String token,
    int tries,
    String alert,
    boolean onCall) {
  /// The acknowledgement of a new ticket.
  boolean isAcknowledgement() {
    return message == null && !isAlert();
  }

  boolean isAlert() {
    return !alert.isEmpty();
  }
}
