package dev.linchpin.helpdesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.GoTo;
import dev.linchpin.directory.GoTos;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PersonId;
import dev.linchpin.directory.Service;
import dev.linchpin.directory.ServiceId;
import dev.linchpin.directory.Services;
import dev.linchpin.directory.Sites;
import dev.linchpin.helpdesk.TicketKeeper;
import dev.linchpin.helpdesk.TicketRecord;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.platform.Zone;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class TicketPagesTests {
  @Autowired ApplicationContext context;
  @Autowired TicketKeeper tickets;
  @Autowired People people;
  @Autowired Services services;
  @Autowired Sites sites;
  @Autowired GoTos goTos;
  @Autowired Zone zone;

  @Test
  void aTicketSaysWhoIsTheGoToOfItsService() {
    var dora = new PersonId(UUID.randomUUID());
    people.add(Person.of(dora, "Dora Doorkeeper", "dora@example.org", sites.main().id()), "test");
    var doors =
        new Service(new ServiceId(UUID.randomUUID()), "gate-locks", "Gate locks", "", null, 0);
    services.add(doors, "test");
    goTos.put(new GoTo(doors.subject(), dora, null), zone.instant(), "test");
    tickets.addAll("pages", List.of(aboutDoors()));
    Browser agent = TestAccounts.in(context).signedIn(Role.HELP_DESK_AGENT);

    assertThat(agent.get("/t/DOOR-1").body())
        .contains("Go-to", "Dora Doorkeeper")
        .doesNotContain("0 touches");
    assertThat(agent.get("/t/DOOR-1/answer").body()).contains("Yours is next.");
  }

  private TicketRecord aboutDoors() {
    return new TicketRecord(
        "DOOR-1",
        "The door stays shut",
        "",
        TicketState.OPEN,
        zone.now().minusHours(5),
        null,
        null,
        "Mia",
        "Line Opener",
        "Desk",
        "",
        "Gate locks",
        "",
        null,
        List.of());
  }
}
