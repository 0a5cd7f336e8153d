package dev.linchpin.helpdesk.levels;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.helpdesk.Priority;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.QueueId;
import dev.linchpin.helpdesk.Queues;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/// A service with a queue and a service level of its own, for one test.
public final class LevelWorld {
  private final ApplicationContext context;

  public LevelWorld(ApplicationContext context) {
    this.context = context;
  }

  public Person person(String name) {
    String email = UUID.randomUUID() + "@example.org";
    var site = context.getBean(Sites.class).main().id();
    var person = Person.of(new PersonId(UUID.randomUUID()), name, email, site);
    context.getBean(People.class).add(person, "test");
    return person;
  }

  public Service service(String name) {
    String key = "s" + UUID.randomUUID().toString().substring(0, 8);
    var service = new Service(new ServiceId(UUID.randomUUID()), key, name, "", null, 0);
    context.getBean(Services.class).add(service, "test");
    return service;
  }

  public Queue queue(Service service, Person... people) {
    Set<PersonId> ids = Stream.of(people).map(Person::id).collect(Collectors.toSet());
    String name = "Queue " + UUID.randomUUID();
    var queue =
        new Queue(new QueueId(UUID.randomUUID()), name, ids, Set.of(service.id()), false, 0);
    context.getBean(Queues.class).add(queue, "test");
    return queue;
  }

  /// Around the clock, one hour to answer and eight to resolve, whatever the priority but critical,
  /// which has a quarter of it.
  public ServiceLevel level(Service service, String... rules) {
    var usual = new ServiceLevel.Times(Duration.ofHours(1), Duration.ofHours(8));
    var level =
        new ServiceLevel(
            UUID.randomUUID(),
            service.id(),
            null,
            true,
            Map.of(
                Priority.CRITICAL,
                new ServiceLevel.Times(Duration.ofMinutes(15), Duration.ofHours(2)),
                Priority.HIGH,
                usual,
                Priority.NORMAL,
                usual,
                Priority.LOW,
                usual),
            Arrays.stream(rules).map(EscalationRule::parse).toList(),
            0);
    context.getBean(ServiceLevels.class).add(level, "test");
    return level;
  }

  public Ticket ticket(Service service, Instant at) {
    return context
        .getBean(TicketDesk.class)
        .open(
            NewTicket.of("It hums", "phone")
                .about(service.id())
                .prioritised(Grade.MEDIUM, Grade.MEDIUM),
            by(at));
  }

  public By by(Instant at) {
    return new By("Åsa Agent", null, at);
  }

  public Ticket change(Ticket ticket, Instant at, Change... changes) {
    for (Change change : List.of(changes)) {
      context.getBean(TicketDesk.class).change(ticket, change, by(at));
    }
    return now(ticket);
  }

  public Ticket now(Ticket ticket) {
    return context.getBean(Tickets.class).find(ticket.number()).orElseThrow();
  }
}
