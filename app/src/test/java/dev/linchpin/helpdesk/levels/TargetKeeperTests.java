package dev.linchpin.helpdesk.levels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.Service;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Grade;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.NewMessage;
import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketFilter;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class TargetKeeperTests {
  private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");

  @Autowired ApplicationContext context;
  @Autowired Messages messages;
  @Autowired Tickets tickets;
  @Autowired ServiceLevels levels;
  @Autowired TargetKeeper keeper;
  @Autowired Zone zone;

  private LevelWorld world;
  private Service service;

  @BeforeEach
  void aService() {
    world = new LevelWorld(context);
    service = world.service("Doors");
  }

  private static Target answer(Ticket ticket) {
    return Objects.requireNonNull(ticket.targets().answer());
  }

  private static Target resolve(Ticket ticket) {
    return Objects.requireNonNull(ticket.targets().resolve());
  }

  private static Instant later(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void aNewTicketHasItsTargetsAtOnce() {
    world.level(service);
    Ticket ticket = world.ticket(service, NINE);

    assertThat(answer(ticket).due()).isEqualTo(later(60));
    assertThat(resolve(ticket).due()).isEqualTo(later(480));
    assertThat(ticket.targets().due()).contains(later(60));
  }

  @Test
  void theFirstAnswerMeetsItsTargetAndTheNextOneIsDue() {
    world.level(service);
    Ticket ticket = world.ticket(service, NINE);
    messages.add(ticket, NewMessage.of(Message.Kind.ANSWER, "We look at it."), world.by(later(20)));

    Ticket now = world.now(ticket);
    assertThat(answer(now).isKept()).isTrue();
    assertThat(now.targets().due()).contains(later(480));
  }

  @Test
  void aNoteAnswersNobody() {
    world.level(service);
    Ticket ticket = world.ticket(service, NINE);
    messages.add(ticket, NewMessage.of(Message.Kind.NOTE, "Hm."), world.by(later(20)));

    assertThat(answer(world.now(ticket)).met()).isNull();
  }

  @Test
  void waitingPausesAndWhatTheCallerSaysGoesOn() {
    world.level(service);
    Ticket ticket = world.ticket(service, NINE);
    Ticket waits = world.change(ticket, later(60), new Change.Wait(false));
    assertThat(resolve(waits).isPaused()).isTrue();
    assertThat(resolve(waits).left()).isEqualTo(Duration.ofHours(7));

    messages.add(
        ticket, NewMessage.of(Message.Kind.FROM_CALLER, "It is red."), world.by(later(120)));

    assertThat(resolve(world.now(ticket)).due()).isEqualTo(later(540));
  }

  @Test
  void raisingThePriorityAndTakingItBackLeadsToTheSameTarget() {
    world.level(service);
    Ticket ticket = world.ticket(service, NINE);
    var high = new Change.Prioritise(Grade.HIGH, Grade.HIGH);
    Ticket raised = world.change(ticket, later(30), high);
    assertThat(resolve(raised).due()).isEqualTo(later(150));

    Ticket back =
        world.change(ticket, later(40), new Change.Prioritise(Grade.MEDIUM, Grade.MEDIUM));

    assertThat(resolve(back).due()).isEqualTo(later(480));
  }

  @Test
  void aTicketWhoseServiceIsSaidLaterHasTheTimeSinceItsOpening() {
    world.level(service);
    Ticket ticket = world.ticket(world.service("Unknown"), NINE);

    Ticket about = world.change(ticket, later(5), new Change.About(service.id()));

    assertThat(answer(about).due()).isEqualTo(later(60));
  }

  @Test
  void openTicketsFollowAServiceLevelThatChanges() {
    Ticket ticket = world.ticket(service, NINE);
    assertThat(ticket.targets().due()).isEmpty();

    ServiceLevel level = world.level(service);
    catchUp();
    assertThat(resolve(world.now(ticket)).due()).isEqualTo(later(480));

    levels.remove(level, "test");
    catchUp();
    assertThat(world.now(ticket).targets().resolve()).isNull();
  }

  private void catchUp() {
    while (keeper.catchUp() > 0) {
      // until nothing is behind
    }
  }

  @Test
  void theListByWhatIsDueNextGoesOnWhereThePageEnded() {
    world.level(service);
    List<Ticket> made =
        List.of(
            world.ticket(service, later(2)),
            world.ticket(service, later(1)),
            world.ticket(service, later(3)));
    var all = TicketFilter.of(TicketFilter.Stage.DUE);
    var filter =
        new TicketFilter(
            all.stage(), null, false, null, "", null, "", service.id().value(), "", null);

    List<Ticket> first = tickets.list(filter, null, 2);
    List<Ticket> then = tickets.list(filter, Tickets.After.of(first.getLast(), true), 2);

    assertThat(first)
        .extracting(Ticket::number)
        .containsExactly(made.get(1).number(), made.get(0).number());
    assertThat(then).extracting(Ticket::number).containsExactly(made.get(2).number());
  }
}
