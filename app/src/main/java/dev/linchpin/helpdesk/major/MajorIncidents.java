package dev.linchpin.helpdesk.major;

import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Audit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The major incidents. An update is an answer to every caller at once, in one transaction.
@Repository
public class MajorIncidents {
  private static final String SELECT =
      """
      select incident.id, ticket.number, ticket.title, declared_at, declared_by, lead,
             every_minutes, next_update, ended_at, happened, why, changes, incident.version
        from helpdesk.major_incident incident
        join helpdesk.ticket on ticket.id = incident.ticket\
      """;

  private final JdbcClient sql;
  private final Tickets tickets;
  private final Messages messages;
  private final Audit audit;

  public MajorIncidents(JdbcClient sql, Tickets tickets, Messages messages, Audit audit) {
    this.sql = sql;
    this.tickets = tickets;
    this.messages = messages;
    this.audit = audit;
  }

  /// Those that go on, the oldest first.
  public List<MajorIncident> open() {
    return sql.sql(SELECT + " where ended_at is null order by declared_at")
        .query(MajorIncidents::incident)
        .list();
  }

  public Optional<MajorIncident> of(Ticket ticket) {
    return sql.sql(SELECT + " where incident.ticket = :ticket")
        .param("ticket", ticket.id())
        .query(MajorIncidents::incident)
        .optional();
  }

  private static MajorIncident incident(ResultSet row, int number) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new MajorIncident(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("title"),
        row.getTimestamp("declared_at").toInstant(),
        row.getString("declared_by"),
        new PersonId(row.getObject("lead", UUID.class)),
        Duration.ofMinutes(row.getInt("every_minutes")),
        row.getTimestamp("next_update").toInstant(),
        ended == null ? null : ended.toInstant(),
        new MajorIncident.Review(
            row.getString("happened"), row.getString("why"), row.getString("changes")),
        row.getInt("version"));
  }

  /// @return false when it is one already
  @Transactional
  public boolean declare(Ticket ticket, PersonId lead, Duration every, By by) {
    int added =
        sql.sql(
                """
                insert into helpdesk.major_incident
                       (id, ticket, declared_at, declared_by, lead, every_minutes, next_update)
                values (:id, :ticket, :now, :by, :lead, :every, :next)
                on conflict (ticket) do nothing\
                """)
            .param("id", UUID.randomUUID())
            .param("ticket", ticket.id())
            .param("now", Timestamp.from(by.at()))
            .param("by", by.name())
            .param("lead", lead.value())
            .param("every", every.toMinutes())
            .param("next", Timestamp.from(by.at().plus(every)))
            .update();
    if (added == 1) {
      audit.add(by.name(), "declared a major incident", ticket.ref(), ticket.title());
    }
    return added == 1;
  }

  /// @return false when it is over
  @Transactional
  public boolean lead(MajorIncident incident, PersonId lead, Duration every, By by) {
    int changed =
        sql.sql(
                """
                update helpdesk.major_incident
                   set lead = :lead, every_minutes = :every, version = version + 1
                 where id = :id and ended_at is null\
                """)
            .param("lead", lead.value())
            .param("every", every.toMinutes())
            .param("id", incident.id())
            .update();
    if (changed == 1) {
      audit.add(by.name(), "changed who leads a major incident", "T-" + incident.ticket(), "");
    }
    return changed == 1;
  }

  /// Says how it stands, and promises the next update.
  ///
  /// @param id of the update: sent twice, it is said once
  /// @param toCallers whether the callers of all open tickets it caused get it as an answer
  /// @return how many got it; empty when it is over
  @Transactional
  public Optional<Integer> update(
      MajorIncident incident, UUID id, String text, boolean toCallers, By by) {
    Boolean goesOn =
        sql.sql("select ended_at is null from helpdesk.major_incident where id = :id for update")
            .param("id", incident.id())
            .query(Boolean.class)
            .single();
    if (!Boolean.TRUE.equals(goesOn)) {
      return Optional.empty();
    }
    int told = say(incident, id, text, toCallers, by);
    sql.sql(
            """
            update helpdesk.major_incident
               set next_update = cast(:now as timestamptz) + every_minutes * interval '1 minute',
                   version = version + 1
             where id = :id\
            """)
        .param("now", Timestamp.from(by.at()))
        .param("id", incident.id())
        .update();
    return Optional.of(told);
  }

  private int say(MajorIncident incident, UUID id, String text, boolean toCallers, By by) {
    Ticket main = tickets.find(incident.ticket()).orElseThrow();
    var all = new ArrayList<Ticket>();
    if (toCallers) {
      all.add(main);
      caused(main).stream().filter(ticket -> ticket.state().isOpen()).forEach(all::add);
    }
    int added =
        sql.sql(
                """
                insert into helpdesk.major_update (id, incident, at, who, text, told)
                values (:id, :incident, :now, :who, :text, :told) on conflict do nothing\
                """)
            .param("id", id)
            .param("incident", incident.id())
            .param("now", Timestamp.from(by.at()))
            .param("who", by.name())
            .param("text", text.strip())
            .param("told", all.size())
            .update();
    if (added == 1) {
      for (Ticket ticket : all) {
        messages.add(
            ticket,
            NewMessage.of(Message.Kind.ANSWER, text).once("major " + id + " " + ticket.id()),
            by);
      }
    }
    return all.size();
  }

  /// The tickets that say they are caused by this one, the oldest first.
  public List<Ticket> caused(Ticket main) {
    return sql.sql(
            """
            select other.number from helpdesk.ticket_link link
              join helpdesk.ticket other on other.id = link.ticket
             where lower(link.ref) = lower(:ref) and link.kind = 'CAUSED_BY'
             order by other.id\
            """)
        .param("ref", main.ref())
        .query((row, number) -> tickets.find(row.getString("number")).orElseThrow())
        .list();
  }

  /// @param text the last update; to all callers
  /// @return false when it was over already
  @Transactional
  public boolean end(MajorIncident incident, UUID id, String text, By by) {
    if (update(incident, id, text, true, by).isEmpty()) {
      return false;
    }
    sql.sql(
            """
            update helpdesk.major_incident set ended_at = :now, ended_by = :by,
                   version = version + 1
             where id = :id\
            """)
        .param("now", Timestamp.from(by.at()))
        .param("by", by.name())
        .param("id", incident.id())
        .update();
    audit.add(by.name(), "ended a major incident", "T-" + incident.ticket(), "");
    return true;
  }

  /// @param seen the version that was shown
  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean review(MajorIncident incident, int seen, MajorIncident.Review review, By by) {
    int changed =
        sql.sql(
                """
                update helpdesk.major_incident
                   set happened = :happened, why = :why, changes = :changes, version = version + 1
                 where id = :id and version = :version\
                """)
            .param("happened", review.happened())
            .param("why", review.why())
            .param("changes", review.changes())
            .param("id", incident.id())
            .param("version", seen)
            .update();
    if (changed == 1) {
      audit.add(by.name(), "reviewed a major incident", "T-" + incident.ticket(), "");
    }
    return changed == 1;
  }

  public List<MajorIncident.Update> updates(MajorIncident incident) {
    return sql.sql(
            """
            select id, at, who, text, told from helpdesk.major_update
             where incident = :incident order by at, id\
            """)
        .param("incident", incident.id())
        .query((row, number) ->
            new MajorIncident.Update(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("who"),
                row.getString("text"),
                row.getInt("told")))
        .list();
  }

  public List<MajorIncident.Action> actions(MajorIncident incident) {
    return sql.sql(
            """
            select id, text, person, due, done_at from helpdesk.major_action
             where incident = :incident order by position\
            """)
        .param("incident", incident.id())
        .query((row, number) -> {
          UUID person = row.getObject("person", UUID.class);
          Timestamp done = row.getTimestamp("done_at");
          return new MajorIncident.Action(
              row.getObject("id", UUID.class),
              row.getString("text"),
              person == null ? null : new PersonId(person),
              row.getObject("due", LocalDate.class),
              done == null ? null : done.toInstant());
        })
        .list();
  }

  @Transactional
  public void add(
      MajorIncident incident, String text, @Nullable PersonId person, @Nullable LocalDate due) {
    sql.sql(
            """
            insert into helpdesk.major_action (id, incident, text, person, due)
            values (:id, :incident, :text, :person, :due)\
            """)
        .param("id", UUID.randomUUID())
        .param("incident", incident.id())
        .param("text", text.strip())
        .param("person", person == null ? null : person.value())
        .param("due", due)
        .update();
  }

  /// Says that an action is done, or takes that back.
  ///
  /// @return false when there is none such
  @Transactional
  public boolean tick(MajorIncident incident, UUID action, Instant now) {
    return sql.sql(
                """
                update helpdesk.major_action
                   set done_at = case when done_at is null then cast(:now as timestamptz) end
                 where id = :id and incident = :incident\
                """)
            .param("now", Timestamp.from(now))
            .param("id", action)
            .param("incident", incident.id())
            .update()
        == 1;
  }
}
