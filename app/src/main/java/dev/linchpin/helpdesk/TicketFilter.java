package dev.linchpin.helpdesk;

import dev.linchpin.directory.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which tickets somebody wants to see. What is null or empty asks for nothing.
///
/// @param stage where they stand
/// @param person who has them
/// @param unassigned whether nobody has them
/// @param teamOf they lie in a queue of this person
/// @param words of the title, description, messages, number or names: see `TicketSearch`
/// @param priority a word like "high"
/// @param service named by its id
/// @param tag one of theirs
/// @param dueBefore something on them is due before this moment, or was
public record TicketFilter(
    Stage stage,
    @Nullable PersonId person,
    boolean unassigned,
    @Nullable PersonId teamOf,
    String words,
    @Nullable QueueId queue,
    String priority,
    @Nullable UUID service,
    String tag,
    @Nullable Instant dueBefore) {
  public static final TicketFilter ALL = of(Stage.ALL);

  /// Where tickets stand.
  public enum Stage {
    OPEN("state not in ('RESOLVED', 'CLOSED')"),
    WAITING("state in ('WAITING', 'WAITING_FOR_CALLER', 'WAITING_FOR_VENDOR')"),
    RESOLVED("state = 'RESOLVED'"),
    /// Open, with a time to keep that runs.
    DUE("state not in ('RESOLVED', 'CLOSED') and due is not null"),
    ALL("true");

    private final String where;

    Stage(String where) {
      this.where = where;
    }
  }

  public static TicketFilter of(Stage stage) {
    return new TicketFilter(stage, null, false, null, "", null, "", null, "", null);
  }

  public TicketFilter withWords(String other) {
    return new TicketFilter(
        stage, person, unassigned, teamOf, other.strip(), queue, priority, service, tag, dueBefore);
  }

  /// Whether what is due next comes first; else the newest does.
  public boolean isByDue() {
    return stage == Stage.DUE;
  }

  /// Whether it asks for nothing beside words and where tickets stand.
  boolean isOnlyWords() {
    return withWords("").equals(of(stage));
  }

  /// All but the words: those are for `TicketSearch`.
  String where() {
    var all = new ArrayList<>(List.of(stage.where));
    add(all, person != null, "person = :person");
    add(all, unassigned, "assignee = ''");
    add(
        all,
        teamOf != null,
        "queue in (select queue from helpdesk.queue_person where person = :teamOf)");
    add(all, queue != null, "queue = :queue");
    add(all, !priority.isEmpty(), "lower(priority) = lower(:priority)");
    add(all, service != null, "service = :service");
    add(
        all,
        !tag.isEmpty(),
        "exists (select 1 from helpdesk.tag where tag.ticket = ticket.id and tag.tag = :tag)");
    add(all, dueBefore != null, "due < :dueBefore");
    return String.join(" and ", all);
  }

  private static void add(List<String> all, boolean asked, String where) {
    if (asked) {
      all.add(where);
    }
  }

  Map<String, Object> params() {
    var params = new LinkedHashMap<String, Object>();
    params.put("priority", priority);
    params.put("tag", tag);
    if (person != null) {
      params.put("person", person.value());
    }
    if (dueBefore != null) {
      params.put("dueBefore", Timestamp.from(dueBefore));
    }
    if (teamOf != null) {
      params.put("teamOf", teamOf.value());
    }
    if (queue != null) {
      params.put("queue", queue.value());
    }
    if (service != null) {
      params.put("service", service);
    }
    return params;
  }
}
