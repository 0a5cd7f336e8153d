package dev.linchpin.helpdesk.levels;

import dev.linchpin.directory.Leave;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.PersonId;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who is on call for which queue.
@Repository
public class Rotas {
  /// Leave is looked for so far ahead.
  public static final Duration AHEAD = Duration.ofDays(56);

  private final JdbcClient sql;
  private final Leaves leaves;
  private final Audit audit;
  private final Zone zone;

  public Rotas(JdbcClient sql, Leaves leaves, Audit audit, Zone zone) {
    this.sql = sql;
    this.leaves = leaves;
    this.audit = audit;
    this.zone = zone;
  }

  /// Somebody is on call and on leave: nobody is there.
  public record Gap(QueueId queue, PersonId person, Instant begins, Instant ends) {}

  private record Head(LocalDate firstDay, LocalTime handOver, int version) {}

  public Optional<Rota> find(QueueId queue) {
    return sql.sql("select first_day, hand_over, version from helpdesk.rota where queue = :queue")
        .param("queue", queue.value())
        .query((row, number) ->
            new Head(
                row.getObject("first_day", LocalDate.class),
                row.getObject("hand_over", LocalTime.class),
                row.getInt("version")))
        .optional()
        .map(head ->
            new Rota(
                queue,
                head.firstDay(),
                head.handOver(),
                people(queue),
                swaps(queue),
                head.version()));
  }

  /// Who is on call now and not on leave.
  public Optional<Rota.Turn> onCall(QueueId queue, Instant now) {
    ZoneId here = zone.id();
    return find(queue)
        .flatMap(rota -> rota.at(now, here))
        .filter(turn -> gaps(queue, List.of(turn), now, now.plusSeconds(1)).isEmpty());
  }

  /// Whether this person is on leave today.
  boolean isAway(PersonId person, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone.id());
    return !leaves.in(new DayRange(today, today), Set.of(person)).isEmpty();
  }

  /// When nobody will be there, of the turns in this time.
  public List<Gap> gaps(Rota rota, Instant from, Instant to) {
    return gaps(rota.queue(), rota.turns(from, to, zone.id()), from, to);
  }

  /// Of all queues, in the weeks ahead.
  public List<Gap> gaps(Instant now) {
    return sql
        .sql("select queue from helpdesk.rota order by queue")
        .query((row, number) -> new QueueId(row.getObject("queue", UUID.class)))
        .list()
        .stream()
        .flatMap(queue -> find(queue).stream())
        .flatMap(rota -> gaps(rota, now, now.plus(AHEAD)).stream())
        .toList();
  }

  private List<Gap> gaps(QueueId queue, List<Rota.Turn> turns, Instant from, Instant to) {
    ZoneId here = zone.id();
    Set<PersonId> people = turns.stream().map(Rota.Turn::person).collect(Collectors.toSet());
    var range = new DayRange(LocalDate.ofInstant(from, here), LocalDate.ofInstant(to, here));
    var gaps = new ArrayList<Gap>();
    for (Leave leave : leaves.in(range, people)) {
      Instant begins = leave.days().first().atStartOfDay(here).toInstant();
      Instant ends = leave.days().last().plusDays(1).atStartOfDay(here).toInstant();
      for (Rota.Turn turn : turns) {
        Instant first = turn.begins().isAfter(begins) ? turn.begins() : begins;
        Instant last = turn.ends().isBefore(ends) ? turn.ends() : ends;
        boolean ahead = last.isAfter(from) && first.isBefore(to);
        if (turn.person().equals(leave.person()) && first.isBefore(last) && ahead) {
          gaps.add(new Gap(queue, turn.person(), first, last));
        }
      }
    }
    return gaps;
  }

  private List<PersonId> people(QueueId queue) {
    return sql.sql("select person from helpdesk.rota_person where queue = :queue order by position")
        .param("queue", queue.value())
        .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  private List<Rota.Swap> swaps(QueueId queue) {
    return sql.sql(
            """
            select id, begins, ends, person from helpdesk.rota_swap
             where queue = :queue order by made_at, id\
            """)
        .param("queue", queue.value())
        .query((row, number) ->
            new Rota.Swap(
                row.getObject("id", UUID.class),
                row.getObject("begins", LocalDateTime.class),
                row.getObject("ends", LocalDateTime.class),
                new PersonId(row.getObject("person", UUID.class))))
        .list();
  }

  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Rota rota, Queue queue, String by) {
    int changed =
        sql.sql(
                """
                insert into helpdesk.rota (queue, first_day, hand_over, version)
                values (:queue, :first, :handOver, 1)
                on conflict (queue) do update
                   set first_day = :first, hand_over = :handOver, version = rota.version + 1
                 where rota.version = :version\
                """)
            .param("queue", rota.queue().value())
            .param("first", rota.firstDay())
            .param("handOver", rota.handOver())
            .param("version", rota.version())
            .update();
    if (changed == 1) {
      fill(rota);
      audit.add(
          by,
          "changed who is on call",
          "queue " + queue.name(),
          "%d people from %s %s".formatted(rota.people().size(), rota.firstDay(), rota.handOver()));
    }
    return changed == 1;
  }

  private void fill(Rota rota) {
    UUID id = rota.queue().value();
    sql.sql("delete from helpdesk.rota_person where queue = :queue").param("queue", id).update();
    for (int i = 0; i < rota.people().size(); i++) {
      sql.sql(
              "insert into helpdesk.rota_person (queue, position, person)"
                  + " values (:queue, :position, :person)")
          .param("queue", id)
          .param("position", i)
          .param("person", rota.people().get(i).value())
          .update();
    }
  }

  @Transactional
  public void add(Queue queue, Rota.Swap swap, String by) {
    sql.sql(
            """
            insert into helpdesk.rota_swap (id, queue, begins, ends, person, made_at)
            values (:id, :queue, :begins, :ends, :person, :at)\
            """)
        .param("id", swap.id())
        .param("queue", queue.id().value())
        .param("begins", swap.begins())
        .param("ends", swap.ends())
        .param("person", swap.person().value())
        .param("at", Timestamp.from(zone.instant()))
        .update();
    audit.add(
        by,
        "swapped who is on call",
        "queue " + queue.name(),
        "%s to %s".formatted(swap.begins(), swap.ends()));
  }

  /// @return false when there is no such swap
  @Transactional
  public boolean remove(Queue queue, UUID swap, String by) {
    int removed =
        sql.sql("delete from helpdesk.rota_swap where id = :id and queue = :queue")
            .param("id", swap)
            .param("queue", queue.id().value())
            .update();
    if (removed == 1) {
      audit.add(by, "removed a swap", "queue " + queue.name(), "");
    }
    return removed == 1;
  }
}
