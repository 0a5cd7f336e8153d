package dev.linchpin.helpdesk.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail that came, and what became of it.
///
/// @param mailbox address it came to; empty when that mailbox is gone
/// @param sender address; empty when it names none
/// @param reason a sentence; may be empty
/// @param ticket number of the ticket it belongs to; null for none
public record KeptMail(
    UUID id,
    String mailbox,
    Instant arrived,
    String sender,
    String senderName,
    boolean verified,
    String subject,
    Became became,
    String reason,
    @Nullable String ticket,
    String folded,
    List<String> leftOut) {
  public KeptMail {
    leftOut = List.copyOf(leftOut);
  }

  /// What became of it.
  public enum Became {
    TICKET("opened a ticket"),
    SAID("was said on a ticket"),
    BOUNCE("tells that a mail of ours came back"),
    IGNORED("is automatic, nobody has to read it"),
    DUPLICATE("came again"),
    WAITING("waits for a yes"),
    QUARANTINED("could not be taken"),
    THROWN_AWAY("was thrown away");

    private final String words;

    Became(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    /// Whether an admin may still make a ticket of it.
    public boolean isAside() {
      return this == WAITING || this == QUARANTINED || this == IGNORED;
    }
  }
}
