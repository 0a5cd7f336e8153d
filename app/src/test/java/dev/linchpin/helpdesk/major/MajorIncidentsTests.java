package dev.linchpin.helpdesk.major;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.access.Browser;
import dev.linchpin.access.Role;
import dev.linchpin.access.TestAccounts;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketLink;
import dev.linchpin.helpdesk.levels.LevelWorld;
import dev.linchpin.platform.Zone;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class MajorIncidentsTests {
  @Autowired ApplicationContext context;
  @Autowired MajorIncidents incidents;
  @Autowired Messages messages;
  @Autowired Zone zone;

  private LevelWorld world;
  private Person lead;
  private Ticket main;
  private Ticket other;

  @BeforeEach
  void aTicketThatStopsMany() {
    world = new LevelWorld(context);
    Service service = world.service("Doors");
    lead = world.person("Åsa Agent");
    Instant now = zone.instant();
    main = world.ticket(service, now);
    other =
        world.change(
            world.ticket(service, now),
            now,
            new Change.Link(new TicketLink(TicketLink.Kind.CAUSED_BY, main.ref())));
  }

  private List<String> answers(Ticket ticket) {
    return messages.of(ticket).stream()
        .filter(message -> message.kind() == Message.Kind.ANSWER)
        .map(Message::text)
        .toList();
  }

  private MajorIncident declared() {
    incidents.declare(main, lead.id(), Duration.ofMinutes(30), world.by(zone.instant()));
    return incidents.of(main).orElseThrow();
  }

  @Test
  void anUpdateAnswersEveryCallerInTheirOwnTicketOnceAndPromisesTheNext() {
    MajorIncident incident = declared();
    UUID once = UUID.randomUUID();
    Instant now = zone.instant().plusSeconds(60);

    assertThat(incidents.update(incident, once, "We know it.", true, world.by(now))).contains(2);
    incidents.update(incident, once, "We know it.", true, world.by(now));

    assertThat(answers(main)).containsExactly("We know it.");
    assertThat(answers(other)).containsExactly("We know it.");
    MajorIncident then = incidents.of(main).orElseThrow();
    assertThat(Duration.between(now, then.nextUpdate()))
        .isCloseTo(Duration.ofMinutes(30), Duration.ofMillis(1));
    assertThat(incidents.updates(then)).hasSize(1);
    assertThat(then.isUpdateLate(now.plus(Duration.ofMinutes(31)))).isTrue();
    end(then);
  }

  @Test
  void whatIsDoneAlreadyIsNotAnswered() {
    world.change(other, zone.instant(), new Change.Resolve("Was the other door."));
    MajorIncident incident = declared();
    incidents.update(incident, UUID.randomUUID(), "We know it.", true, world.by(zone.instant()));
    assertThat(answers(other)).isEmpty();
    end(incident);
  }

  @Test
  void whatIsOverTakesNoUpdateAndCanBeReviewed() {
    MajorIncident incident = declared();
    end(incident);
    var by = world.by(zone.instant());
    assertThat(incidents.update(incident, UUID.randomUUID(), "More", true, by)).isEmpty();

    MajorIncident over = incidents.of(main).orElseThrow();
    var review = new MajorIncident.Review("A switch died.", "It was old.", "We replace it.");
    assertThat(incidents.review(over, over.version(), review, by)).isTrue();
    assertThat(incidents.review(over, over.version(), review, by)).isFalse();
    incidents.add(over, "Order a switch", lead.id(), null);
    MajorIncident.Action action = incidents.actions(over).getFirst();
    assertThat(incidents.tick(over, action.id(), zone.instant())).isTrue();
    assertThat(incidents.actions(over).getFirst().doneAt()).isNotNull();
  }

  private void end(MajorIncident incident) {
    incidents.end(incident, UUID.randomUUID(), "It works again.", world.by(zone.instant()));
  }

  @Test
  void anAgentDeclaresTellsAllAndEndsItOnThePage() {
    TestAccounts accounts = TestAccounts.in(context);
    Browser agent = accounts.signedIn(accounts.account(Role.HELP_DESK_AGENT));
    String page = "/t/" + main.number() + "/major";
    assertThat(agent.get(page).body()).contains("Declare a major incident");

    agent.post(page, Map.of("lead", lead.email(), "every", "30m"));
    assertThat(agent.get("/tickets").body()).contains("Major incident: It hums.");
    assertThat(agent.get(page).body()).contains("Next update by").contains(other.number());

    HttpResponse<String> empty = agent.post(page + "/updates", Map.of("text", " "));
    assertThat(empty.statusCode()).isEqualTo(422);
    agent.post(page + "/end", Map.of("text", "It works again."));
    assertThat(answers(other)).containsExactly("It works again.");
    assertThat(agent.get(page).body()).contains("It is over since").contains("Review");
    assertThat(agent.get("/tickets").body()).doesNotContain("/t/" + main.number() + "/major");
  }
}
