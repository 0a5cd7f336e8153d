package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// A ticket as it is kept. Times are wall-clock times in the organisation's zone.
///
/// @param id of the row: breaks ties of paging
/// @param person who has it, when the assignee is somebody in the directory
/// @param service the service of the directory it is about, when its name matched
/// @param serviceName the service as written; may be empty
/// @param handled working time it took: logged, or estimated from its touches
/// @param version counts the changes made here; who changes it says which one was seen
/// @param impact null while nobody said; then `priority` is the word of another tool
/// @param queue null while it lies in none
/// @param caller who called; `caller.name()` is as written in tickets of other tools
/// @param outcome what was done; empty while it is open
/// @param mergedInto number of the ticket it was merged into; null when it was not
/// @param changed last change or message here; null when there was none
/// @param targets by when it is to be answered and resolved
public record Ticket(
    long id,
    String source,
    String number,
    String title,
    String description,
    TicketState state,
    LocalDateTime opened,
    @Nullable LocalDateTime resolved,
    @Nullable LocalDateTime closed,
    Caller caller,
    String assignee,
    @Nullable PersonId person,
    String team,
    String category,
    @Nullable ServiceId service,
    String serviceName,
    String priority,
    boolean isLogged,
    Duration handled,
    int touches,
    int version,
    TicketKind kind,
    @Nullable Grade impact,
    @Nullable Grade urgency,
    @Nullable QueueId queue,
    String outcome,
    @Nullable String mergedInto,
    @Nullable LocalDateTime changed,
    Targets targets) {
  /// The source of the tickets that are opened here.
  public static final String HERE = "linchpin";

  /// The number in what somebody typed, like "1002" in " T-1002".
  public static String numberIn(String typed) {
    return typed.strip().replaceFirst("(?i)^T-", "");
  }

  /// What Ask and the answer card call it: "T-48213".
  public String ref() {
    return "T-" + number;
  }

  /// When the work ended: resolved, else closed; null while open.
  public @Nullable LocalDateTime ended() {
    return resolved != null ? resolved : closed;
  }

  /// The title, or what stands for it where the source has none.
  public String name() {
    if (!title.isEmpty()) {
      return title;
    }
    String about = serviceName.isEmpty() ? category : serviceName;
    return about.isEmpty() ? "Ticket " + number : about;
  }
}
