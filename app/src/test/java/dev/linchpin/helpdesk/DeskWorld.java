package dev.linchpin.helpdesk;

import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import dev.linchpin.platform.Zone;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/// A help desk for tests: people, queues, services and tickets with names of their own.
final class DeskWorld {
  private final ApplicationContext context;

  DeskWorld(ApplicationContext context) {
    this.context = context;
  }

  Person person(String name) {
    String email = UUID.randomUUID() + "@example.org";
    var sites = context.getBean(Sites.class);
    var person = Person.of(new PersonId(UUID.randomUUID()), name, email, sites.main().id());
    context.getBean(People.class).add(person, "test");
    return person;
  }

  Service service(String name) {
    String key = "s" + UUID.randomUUID().toString().substring(0, 8);
    var service = new Service(new ServiceId(UUID.randomUUID()), key, name, "", null, 0);
    context.getBean(Services.class).add(service, "test");
    return service;
  }

  Queue queue(Service service, Person... people) {
    Set<PersonId> ids = Stream.of(people).map(Person::id).collect(Collectors.toSet());
    var queue =
        new Queue(
            new QueueId(UUID.randomUUID()),
            "Queue " + UUID.randomUUID(),
            ids,
            Set.of(service.id()),
            false,
            0);
    context.getBean(Queues.class).add(queue, "test");
    return queue;
  }

  By by(Person person) {
    return new By(person.name(), person.id(), context.getBean(Zone.class).instant());
  }

  Ticket ticket(String title, Person by) {
    return desk().open(NewTicket.of(title, "phone"), by(by));
  }

  TicketDesk desk() {
    return context.getBean(TicketDesk.class);
  }

  Ticket now(Ticket ticket) {
    return context.getBean(Tickets.class).find(ticket.number()).orElseThrow();
  }

  List<HistoryRow> history(Ticket ticket) {
    return context.getBean(Histories.class).of(ticket);
  }
}
