package dev.linchpin.helpdesk;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was said on tickets, the oldest first. Nothing of it is ever changed but whether it went
/// out.
@Repository
public class Messages {
  private static final String SELECT =
      "select id, at, kind, channel, who, person, text, delivery from helpdesk.message";

  private final JdbcClient sql;
  private final Attachments attachments;
  private final TicketTable table;
  private final Edits edits;
  private final Steps steps;
  private final Touches touches;
  private final ApplicationEventPublisher facts;

  Messages(
      JdbcClient sql,
      Attachments attachments,
      TicketTable table,
      Edits edits,
      Steps steps,
      Touches touches,
      ApplicationEventPublisher facts) {
    this.sql = sql;
    this.attachments = attachments;
    this.table = table;
    this.edits = edits;
    this.steps = steps;
    this.touches = touches;
    this.facts = facts;
  }

  /// All of a ticket, notes too: for those who work on it.
  public List<Message> of(Ticket ticket) {
    Map<UUID, List<Message.Attachment>> files = attachments.of(ticket);
    return sql.sql(SELECT + " where ticket = :ticket order by at, id")
        .param("ticket", ticket.id())
        .query((row, number) -> {
          UUID id = row.getObject("id", UUID.class);
          return new Message(
              id,
              row.getTimestamp("at").toInstant(),
              Message.Kind.valueOf(row.getString("kind")),
              row.getString("channel"),
              row.getString("who"),
              TicketRows.person(row, "person"),
              row.getString("text"),
              Message.Delivery.valueOf(row.getString("delivery")),
              files.getOrDefault(id, List.of()));
        })
        .list();
  }

  /// What the caller may see: everything but notes.
  public List<Message> forCaller(Ticket ticket) {
    return of(ticket).stream().filter(message -> message.kind().isForCaller()).toList();
  }

  /// What each of these tickets' callers was told last; who was told nothing is missing.
  public Map<Long, String> lastAnswers(List<Ticket> tickets) {
    return sql
        .sql(
            """
            select distinct on (ticket) ticket, text from helpdesk.message
             where ticket = any(:ids) and kind = 'ANSWER' order by ticket, at desc, id\
            """)
        .param("ids", tickets.stream().map(Ticket::id).toArray(Long[]::new))
        .query((row, number) -> Map.entry(row.getLong("ticket"), row.getString("text")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
  }

  /// Adds a message. What a caller says wakes a ticket that waits and opens one that was resolved;
  /// what is said on a merged ticket goes to the one that was kept.
  ///
  /// @return its id; that of the first when the same was delivered before
  @Transactional
  public UUID add(Ticket shown, NewMessage message, By by) {
    Ticket ticket = kept(table.lock(shown.id()));
    Optional<UUID> before = message.once() == null ? Optional.empty() : delivered(message.once());
    if (before.isPresent()) {
      return before.get();
    }
    UUID id = UUID.randomUUID();
    insert(id, ticket, message, by);
    message.files().forEach(file -> attachments.add(id, file));
    List<Edit> follow = isNews(message) ? woken(ticket, by) : answered(ticket, by);
    if (follow.isEmpty()) {
      table.changed(ticket, ticket.version(), by);
      touches.add(ticket, by);
      steps.tell(ticket);
    } else {
      steps.write(ticket, follow, by, null);
    }
    if (message.kind() == Message.Kind.ANSWER) {
      facts.publishEvent(
          new AnswerSaid(id, ticket.number(), message.text(), message.channel(), by));
    }
    return id;
  }

  /// Somebody has to look at it: the caller said something, or a mail came back.
  private static boolean isNews(NewMessage message) {
    boolean isCaller = message.kind() == Message.Kind.FROM_CALLER;
    return isCaller || message.kind() == Message.Kind.NOTE && message.isMail();
  }

  private Ticket kept(Ticket ticket) {
    return table.mergedInto(ticket).map(id -> kept(table.lock(id))).orElse(ticket);
  }

  /// The message of an earlier delivery of the same.
  public Optional<UUID> delivered(String once) {
    return sql.sql("select id from helpdesk.message where once = :once")
        .param("once", once)
        .query(UUID.class)
        .optional();
  }

  /// Says whether an answer went out.
  public void went(UUID id, Message.Delivery delivery) {
    sql.sql("update helpdesk.message set delivery = :delivery where id = :id")
        .param("id", id)
        .param("delivery", delivery.name())
        .update();
    if (delivery == Message.Delivery.FAILED) {
      facts.publishEvent(new AnswerLost(id));
    }
  }

  private List<Edit> woken(Ticket ticket, By by) {
    return ticket.state().isWaiting() || !ticket.state().isOpen()
        ? List.of(edits.state(ticket, TicketState.OPEN, by))
        : List.of();
  }

  private List<Edit> answered(Ticket ticket, By by) {
    return edits.looked(ticket, by);
  }

  private void insert(UUID id, Ticket ticket, NewMessage message, By by) {
    boolean goesOut = message.kind() == Message.Kind.ANSWER && !ticket.caller().email().isEmpty();
    sql.sql(
            """
            insert into helpdesk.message
                   (id, ticket, home, at, kind, channel, who, person, text, delivery, once)
            values (:id, :ticket, :ticket, :at, :kind, :channel, :who, :person, :text, :delivery,
                    :once)\
            """)
        .param("id", id)
        .param("ticket", ticket.id())
        .param("at", Timestamp.from(by.at()))
        .param("kind", message.kind().name())
        .param("channel", message.channel())
        .param("who", who(ticket, message, by))
        .param("person", by.person() == null ? null : by.person().value())
        .param("text", message.text().strip())
        .param("delivery", (goesOut ? Message.Delivery.TO_SEND : Message.Delivery.NONE).name())
        .param("once", message.once())
        .update();
  }

  /// What a caller said on the phone is the caller's, whoever typed it. A mail is its sender's.
  private static String who(Ticket ticket, NewMessage message, By by) {
    String caller = ticket.caller().name();
    boolean typed = message.kind() == Message.Kind.FROM_CALLER && !message.isMail();
    return typed && !caller.isEmpty() ? caller : by.name();
  }
}
