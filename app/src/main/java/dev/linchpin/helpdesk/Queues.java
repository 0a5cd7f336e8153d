package dev.linchpin.helpdesk;

import dev.linchpin.access.Guarded;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.platform.Audit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The queues, by name.
@Repository
public class Queues implements Guarded<QueueId, Queue> {
  private final JdbcClient sql;
  private final Audit audit;

  public Queues(JdbcClient sql, Audit audit) {
    this.sql = sql;
    this.audit = audit;
  }

  @Override
  public Optional<Queue> find(QueueId id) {
    return all().stream().filter(queue -> queue.id().equals(id)).findFirst();
  }

  /// Who works on tickets sees the queues; who manages people says who is on one.
  @Override
  public boolean allows(Who who, Right right, Queue thing) {
    return switch (right) {
      case READ -> Permission.READ_TICKETS.isOf(who.roles());
      case WRITE -> Permission.MANAGE_PEOPLE.isOf(who.roles());
    };
  }

  public List<Queue> all() {
    var people = pairs("select queue, person as other from helpdesk.queue_person");
    var services = pairs("select queue, service as other from helpdesk.queue_service");
    return sql.sql(
            """
            select id, name, rest, version from helpdesk.queue
             order by name collate "und-x-icu"\
            """)
        .query((row, number) -> {
          UUID id = row.getObject("id", UUID.class);
          return new Queue(
              new QueueId(id),
              row.getString("name"),
              of(people, id).map(PersonId::new).collect(Collectors.toSet()),
              of(services, id).map(ServiceId::new).collect(Collectors.toSet()),
              row.getBoolean("rest"),
              row.getInt("version"));
        })
        .list();
  }

  private record Pair(UUID queue, UUID other) {}

  private static java.util.stream.Stream<UUID> of(List<Pair> pairs, UUID queue) {
    return pairs.stream().filter(pair -> pair.queue().equals(queue)).map(Pair::other);
  }

  private List<Pair> pairs(String select) {
    return sql.sql(select)
        .query((row, number) ->
            new Pair(row.getObject("queue", UUID.class), row.getObject("other", UUID.class)))
        .list();
  }

  /// The queues somebody works on.
  public Set<QueueId> of(PersonId person) {
    return new HashSet<>(
        sql.sql("select queue from helpdesk.queue_person where person = :person")
            .param("person", person.value())
            .query((row, number) -> new QueueId(row.getObject("queue", UUID.class)))
            .list());
  }

  /// Where tickets about this service go: to its queue, else to the one that takes the rest.
  public Optional<Queue> taking(@Nullable ServiceId service) {
    List<Queue> all = all();
    return all.stream()
        .filter(queue -> service != null && queue.services().contains(service))
        .findFirst()
        .or(() -> all.stream().filter(Queue::rest).findFirst());
  }

  /// @param by who did it, for the audit trail
  /// @return false, with nothing changed, when the name is taken
  @Transactional
  public boolean add(Queue queue, String by) {
    int added =
        sql.sql(
                """
                insert into helpdesk.queue (id, name) values (:id, :name)
                on conflict do nothing\
                """)
            .param("id", queue.id().value())
            .param("name", queue.name().strip())
            .update();
    if (added == 1) {
      fill(queue);
      audit.add(by, "added a queue", "queue " + queue.name(), detail(queue));
    }
    return added == 1;
  }

  /// @return false, with nothing changed, when somebody else changed it meanwhile
  @Transactional
  public boolean put(Queue queue, String by) {
    int changed =
        sql.sql(
                """
                update helpdesk.queue set name = :name, version = version + 1
                 where id = :id and version = :version\
                """)
            .param("id", queue.id().value())
            .param("name", queue.name().strip())
            .param("version", queue.version())
            .update();
    if (changed == 1) {
      fill(queue);
      audit.add(by, "changed a queue", "queue " + queue.name(), detail(queue));
    }
    return changed == 1;
  }

  private void fill(Queue queue) {
    UUID id = queue.id().value();
    if (queue.rest()) {
      sql.sql("update helpdesk.queue set rest = false where rest").update();
    }
    sql.sql("update helpdesk.queue set rest = :rest where id = :id")
        .param("rest", queue.rest())
        .param("id", id)
        .update();
    sql.sql("delete from helpdesk.queue_person where queue = :id").param("id", id).update();
    sql.sql(
            """
            insert into helpdesk.queue_person (queue, person)
            select :id, unnest(cast(:people as uuid[]))\
            """)
        .param("id", id)
        .param("people", queue.people().stream().map(PersonId::value).toArray(UUID[]::new))
        .update();
    sql.sql("delete from helpdesk.queue_service where queue = :id").param("id", id).update();
    sql.sql(
            """
            insert into helpdesk.queue_service (queue, service)
            select :id, unnest(cast(:services as uuid[]))
            on conflict (service) do update set queue = excluded.queue\
            """)
        .param("id", id)
        .param("services", queue.services().stream().map(ServiceId::value).toArray(UUID[]::new))
        .update();
  }

  private static String detail(Queue queue) {
    return "%d people, %d services%s"
        .formatted(
            queue.people().size(), queue.services().size(), queue.rest() ? ", and the rest" : "");
  }
}
