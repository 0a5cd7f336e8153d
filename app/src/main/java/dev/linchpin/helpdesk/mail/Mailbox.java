package dev.linchpin.helpdesk.mail;

import static dev.linchpin.platform.Checks.require;

import dev.linchpin.directory.ServiceId;
import dev.linchpin.helpdesk.QueueId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address whose mail becomes tickets.
///
/// @param address in lower case; answers go out from here
/// @param service what its tickets are about; null when nobody can say
/// @param queue where they go; null for the queue of the service
/// @param reads whether it is fetched from `server` by IMAP; else its mail is forwarded to us
/// @param whole whether mail from before the first reading is taken, too
/// @param version counts the changes; 0 when new
public record Mailbox(
    UUID id,
    String name,
    String address,
    @Nullable ServiceId service,
    @Nullable QueueId queue,
    boolean reads,
    MailServer server,
    String folder,
    boolean whole,
    int version,
    State state) {
  public static final int NAME_MAX = 100;

  public Mailbox {
    require(
        !name.isBlank() && name.length() <= NAME_MAX,
        "Enter a name of at most %d characters.",
        NAME_MAX);
    require(MailAddress.isAddress(address), "Enter an address like support@example.org.");
    require(!address.contains("+"), "Enter the address without \"+\".");
    require(!folder.isBlank() && folder.length() <= NAME_MAX, "Enter a folder, like INBOX.");
    require(!reads || server.isSet(), "Enter the mail server.");
  }

  /// How far it was read, and what happened last.
  ///
  /// @param validity UIDVALIDITY of the folder; null before the first reading
  /// @param lastUid UID of the last mail taken
  /// @param failure a sentence; empty when the last reading went well
  public record State(
      @Nullable Long validity,
      long lastUid,
      @Nullable Instant readAt,
      @Nullable Instant failedAt,
      String failure) {
    public static final State NEW = new State(null, 0, null, null, "");
  }
}
