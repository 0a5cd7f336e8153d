package dev.linchpin.answers.status;

import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import java.util.List;
import org.springframework.stereotype.Component;

/// Major incidents that go on, without anything from their tickets: a title may hold a name.
@Component
class Troubles {
  private final MajorIncidents incidents;
  private final Tickets tickets;
  private final Services services;

  Troubles(MajorIncidents incidents, Tickets tickets, Services services) {
    this.incidents = incidents;
    this.tickets = tickets;
    this.services = services;
  }

  List<Trouble> open() {
    List<Service> all = services.all();
    return incidents.open().stream().map(one -> trouble(one, all)).toList();
  }

  private Trouble trouble(MajorIncident one, List<Service> all) {
    String what =
        tickets
            .find(one.ticket())
            .flatMap(ticket ->
                all.stream().filter(each -> each.id().equals(ticket.service())).findFirst())
            .map(Service::name)
            .orElse("");
    return new Trouble(what, one.declaredAt(), one.nextUpdate());
  }
}
