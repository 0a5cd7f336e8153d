package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was said on a ticket.
///
/// @param channel how it came or goes: "phone", "mail", "portal", "api"
/// @param who said it, by name
/// @param person null when it was nobody of the directory
public record Message(
    UUID id,
    Instant at,
    Kind kind,
    String channel,
    String who,
    @Nullable PersonId person,
    String text,
    Delivery delivery,
    List<Attachment> attachments) {
  public Message {
    attachments = List.copyOf(attachments);
  }

  /// Who says it to whom.
  public enum Kind {
    FROM_CALLER,
    ANSWER,
    /// For those who work on tickets. Callers never see it.
    NOTE;

    /// Whether the caller may see it.
    public boolean isForCaller() {
      return this != NOTE;
    }
  }

  /// Whether it went out.
  public enum Delivery {
    /// Nothing is sent: it is a note, it came in, or nobody knows where to.
    NONE,
    TO_SEND,
    SENT,
    FAILED
  }

  /// A file that came with it, without its content.
  ///
  /// @param id names it in its address; nobody can guess it
  /// @param type found in its first bytes, whatever its name says
  public record Attachment(UUID id, String name, String type, int size) {}
}
