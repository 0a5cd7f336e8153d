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

  /*
   * Whoever asked sees what was said on the own tickets. Where those were merged, also what the
   * others were answered since, up to the ticket that was kept; never what another caller said.
   */
  private static final String FOR_CALLER =
      """
      with recursive up as (
        select id, merged_into from helpdesk.ticket where id = :ticket
        union select ticket.id, ticket.merged_into
          from helpdesk.ticket join up on up.merged_into = ticket.id)
      select message.id, message.at, message.kind, channel, who, message.person, text, delivery
        from helpdesk.message join helpdesk.ticket home on home.id = message.home
       where message.ticket = :kept and message.kind <> 'NOTE'
         and (message.home = :ticket
              or lower(home.caller_email) = lower(:email) and :email <> ''
              or message.kind = 'ANSWER' and message.home in (select id from up)
                 and message.at >= (select coalesce(max(at), '-infinity') from helpdesk.history
                             where ticket in (select id from up)
                               and field = 'MERGED_INTO' and becomes <> ''))
       order by message.at, message.id\
      """;

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
    return read(
        sql.sql(SELECT + " where ticket = :ticket order by at, id").param("ticket", ticket.id()),
        ticket);
  }

  /// A page of them.
  public List<Message> of(Ticket ticket, PageEnd after, int limit) {
    return read(
        sql.sql(
                SELECT
                    + """
                     where ticket = :ticket and (at, id) > (:at, :id)
                     order by at, id limit :limit\
                    """)
            .param("ticket", ticket.id())
            .param("at", Timestamp.from(after.at()))
            .param("id", after.id())
            .param("limit", limit),
        ticket);
  }

  /// What the caller may see: no notes, and of a ticket that was merged nothing that another caller
  /// said.
  public List<Message> forCaller(Ticket ticket) {
    Ticket kept = last(ticket);
    return read(
        sql.sql(FOR_CALLER)
            .param("ticket", ticket.id())
            .param("kept", kept.id())
            .param("email", ticket.caller().email()),
        kept);
  }

  /// The ticket that is worked on: this one, or the one it was merged into.
  public Ticket last(Ticket ticket) {
    return table.mergedInto(ticket).map(id -> last(table.get(id))).orElse(ticket);
  }

  private List<Message> read(JdbcClient.StatementSpec query, Ticket ticket) {
    Map<UUID, List<Message.Attachment>> files = attachments.of(ticket);
    return query
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
    Ticket written = table.lock(shown.id());
    Ticket ticket = kept(written);
    Optional<UUID> before = message.once() == null ? Optional.empty() : delivered(message.once());
    if (before.isPresent()) {
      return before.get();
    }
    UUID id = UUID.randomUUID();
    insert(id, written, ticket, message, by);
    message.files().forEach(file -> attachments.add(id, file));
    List<Edit> follow = isNews(message, by) ? woken(ticket, by) : answered(ticket, by);
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
  private static boolean isNews(NewMessage message, By by) {
    boolean isCaller = message.kind() == Message.Kind.FROM_CALLER;
    return isCaller
        || message.kind() == Message.Kind.NOTE && message.isMail() && by.person() == null;
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

  private void insert(UUID id, Ticket written, Ticket ticket, NewMessage message, By by) {
    boolean goesOut = message.kind() == Message.Kind.ANSWER && !ticket.caller().email().isEmpty();
    sql.sql(
            """
            insert into helpdesk.message
                   (id, ticket, home, at, kind, channel, who, person, text, delivery, once)
            values (:id, :ticket, :home, :at, :kind, :channel, :who, :person, :text, :delivery,
                    :once)\
            """)
        .param("id", id)
        .param("ticket", ticket.id())
        .param("home", written.id())
        .param("at", Timestamp.from(by.at()))
        .param("kind", message.kind().name())
        .param("channel", message.channel())
        .param("who", who(written, message, by))
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
