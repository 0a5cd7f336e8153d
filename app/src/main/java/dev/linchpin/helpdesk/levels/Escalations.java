package dev.linchpin.helpdesk.levels;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.mail.Alerts;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * A ticket's row says when its next step comes, so a look at what is near reads only that. The step
 * is made under the lock of the row and written with a unique key: two nodes that come at the same
 * moment make it once. What was missed while nothing ran is made at once, in one note.
 */
/// Tells people that a target comes near, before it is missed.
@Component
public class Escalations {
  private static final int BATCH = 100;
  private static final String NAME = "service level";

  private final JdbcClient sql;
  private final TargetKeeper keeper;
  private final Tickets tickets;
  private final Messages messages;
  private final Queues queues;
  private final Rotas rotas;
  private final People people;
  private final Alerts alerts;
  private final Zone zone;
  private final TransactionTemplate transaction;

  Escalations(
      JdbcClient sql,
      TargetKeeper keeper,
      Tickets tickets,
      Messages messages,
      Queues queues,
      Rotas rotas,
      People people,
      Alerts alerts,
      Zone zone,
      PlatformTransactionManager transactions) {
    this.sql = sql;
    this.keeper = keeper;
    this.tickets = tickets;
    this.messages = messages;
    this.queues = queues;
    this.rotas = rotas;
    this.people = people;
    this.alerts = alerts;
    this.zone = zone;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A ticket whose target comes near, and somebody was told.
  ///
  /// @param due null while it is paused
  public record Near(String number, String title, Goal goal, @Nullable Instant due) {}

  /// What this person was told of and what still waits, the most urgent first.
  public List<Near> waitingFor(PersonId person, int limit) {
    return sql.sql(
            """
            select distinct on (ticket.due, ticket.id)
                   number, title, goal,
                   case goal when 'ANSWER' then answer_due else resolve_due end as due
              from helpdesk.escalation_told told
              join helpdesk.escalation on escalation.id = told.escalation
              join helpdesk.ticket on ticket.id = escalation.ticket
             where told.person = :person and state not in ('RESOLVED', 'CLOSED')
               and case goal when 'ANSWER' then answer_due is not null and answer_met is null
                   else resolve_due is not null and resolve_met is null end
             order by ticket.due, ticket.id, goal limit :limit\
            """)
        .param("person", person.value())
        .param("limit", limit)
        .query((row, number) ->
            new Near(
                row.getString("number"),
                row.getString("title"),
                Goal.valueOf(row.getString("goal")),
                Optional.ofNullable(row.getTimestamp("due"))
                    .map(Timestamp::toInstant)
                    .orElse(null)))
        .list();
  }

  /// Makes the steps that have come.
  ///
  /// @return of how many tickets
  public int make(Instant now) {
    List<String> near =
        sql.sql(
                """
                select number from helpdesk.ticket where next_step <= :now and source = :here
                 order by next_step limit :batch\
                """)
            .param("now", Timestamp.from(now))
            .param("here", Ticket.HERE)
            .param("batch", BATCH)
            .query((row, number) -> row.getString("number"))
            .list();
    near.forEach(number -> transaction.executeWithoutResult(_ -> make(number, now)));
    return near.size();
  }

  private void make(String number, Instant now) {
    Optional<Long> locked =
        sql.sql(
                """
                select id from helpdesk.ticket
                 where number = :number and source = :here and next_step <= :now
                   for update skip locked\
                """)
            .param("number", number)
            .param("here", Ticket.HERE)
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .optional();
    if (locked.isEmpty()) {
      return;
    }
    Ticket ticket = tickets.find(number).orElseThrow();
    List<Told> told = new ArrayList<>();
    keeper
        .deadlines(ticket.id())
        .ifPresent(deadlines ->
            keeper
                .level(ticket.id())
                .ifPresent(level -> told.addAll(steps(ticket, level, deadlines, now))));
    if (told.isEmpty()) {
      keeper.changed(ticket.id());
      return;
    }
    String note = told.stream().map(Told::words).collect(Collectors.joining("\n"));
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, note).by(NAME), new By(NAME, null, now));
    mail(ticket, told);
  }

  /// One mail to each person, however many steps were missed.
  private void mail(Ticket ticket, List<Told> told) {
    Set<PersonId> all =
        told.stream().flatMap(one -> one.people().stream()).collect(Collectors.toSet());
    people
        .all(all)
        .forEach((id, person) -> {
          List<Told> theirs = told.stream().filter(one -> one.people().contains(id)).toList();
          alerts.tell(
              ticket,
              person,
              theirs.stream().map(Told::words).collect(Collectors.joining("\n")),
              theirs.stream().anyMatch(one -> one.rule().tell() == EscalationRule.Tell.ON_CALL));
        });
  }

  /// A step that is made now.
  private record Told(EscalationRule rule, Set<PersonId> people, String words) {}

  private List<Told> steps(Ticket ticket, ServiceLevel level, Deadlines deadlines, Instant now) {
    List<String> made = keeper.made(ticket.id());
    var told = new ArrayList<Told>();
    for (Goal goal : Goal.values()) {
      for (EscalationRule rule : level.rules()) {
        boolean reached =
            deadlines.reached(goal, rule.moment()).filter(at -> !at.isAfter(now)).isPresent();
        if (reached && !made.contains(goal.name() + " " + rule.text())) {
          step(ticket, goal, rule, now).ifPresent(told::add);
        }
      }
    }
    return told;
  }

  private Optional<Told> step(Ticket ticket, Goal goal, EscalationRule rule, Instant now) {
    Optional<Long> id =
        sql.sql(
                """
                insert into helpdesk.escalation (ticket, goal, moment, tell, at)
                values (:ticket, :goal, :moment, :tell, :now)
                on conflict do nothing returning id\
                """)
            .param("ticket", ticket.id())
            .param("goal", goal.name())
            .param("moment", rule.moment().key())
            .param("tell", rule.tell().name())
            .param("now", Timestamp.from(now))
            .query(Long.class)
            .optional();
    return id.map(made -> {
      Set<PersonId> told = whom(ticket, rule.tell(), now);
      for (PersonId person : told) {
        sql.sql("insert into helpdesk.escalation_told (escalation, person) values (:id, :person)")
            .param("id", made)
            .param("person", person.value())
            .update();
      }
      return new Told(rule, told, words(ticket, goal, rule, told));
    });
  }

  /// Who is not there is replaced by the queue: somebody must hear it.
  private Set<PersonId> whom(Ticket ticket, EscalationRule.Tell tell, Instant now) {
    PersonId assignee = ticket.person();
    QueueId queue = ticket.queue();
    Optional<PersonId> one =
        switch (tell) {
          case ASSIGNEE ->
              Optional.ofNullable(assignee).filter(person -> !rotas.isAway(person, now));
          case QUEUE -> Optional.empty();
          case ON_CALL ->
              queue == null ? Optional.empty() : rotas.onCall(queue, now).map(Rota.Turn::person);
        };
    return one.map(Set::of)
        .orElseGet(() ->
            queue == null ? Set.of() : queues.find(queue).map(Queue::people).orElse(Set.of()));
  }

  private String words(Ticket ticket, Goal goal, EscalationRule rule, Set<PersonId> told) {
    Target target = goal == Goal.ANSWER ? ticket.targets().answer() : ticket.targets().resolve();
    Instant due = target == null ? null : target.due();
    String by = due == null ? "" : " by " + Dates.full(LocalDateTime.ofInstant(due, zone.id()));
    String names =
        people.all(new LinkedHashSet<>(told)).values().stream()
            .map(Person::name)
            .sorted()
            .collect(Collectors.joining(", "));
    return "%s%s: %s. %s"
        .formatted(
            goal == Goal.ANSWER ? "Answer" : "Resolve",
            by,
            rule.moment().words(),
            names.isEmpty() ? "There is nobody to tell." : "Told: " + names + ".");
  }

  /// The steps of a ticket that were made, the newest first: when, and the people.
  public List<Made> made(Ticket ticket) {
    return sql.sql(
            """
            select escalation.id, at, goal, moment, tell from helpdesk.escalation
             where ticket = :ticket order by at desc, id desc\
            """)
        .param("ticket", ticket.id())
        .query((row, number) ->
            new Made(
                row.getTimestamp("at").toInstant(),
                Goal.valueOf(row.getString("goal")),
                new EscalationRule(
                    EscalationMoment.parse(row.getString("moment")),
                    EscalationRule.Tell.valueOf(row.getString("tell")))))
        .list();
  }

  /// A step that was made.
  public record Made(Instant at, Goal goal, EscalationRule rule) {}
}
