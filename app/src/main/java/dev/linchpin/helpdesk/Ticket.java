package dev.linchpin.helpdesk;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ticket as it is kept. Times are wall-clock times in the organisation's zone.
///
/// @param id of the row, for paging and links between tables
/// @param person who has it, when the assignee is somebody in the directory
/// @param service the service of the directory it is about, when its name matched
/// @param serviceName the service or category as written
/// @param handled working time it took: logged, or estimated; null when unknown
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
    @Nullable UUID person,
    String team,
    String category,
    @Nullable UUID service,
    String serviceName,
    String priority,
    @Nullable Duration handled,
    int touches) {

  /// What Ask and the answer card call it: "T-48213".
  public String ref() {
    return "T-" + number;
  }
}
