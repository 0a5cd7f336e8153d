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
    String caller,
    String assignee,
    @Nullable PersonId person,
    String team,
    String category,
    @Nullable ServiceId service,
    String serviceName,
    String priority,
    boolean isLogged,
    Duration handled,
    int touches) {

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
