package dev.linchpin.helpdesk.levels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.Leave;
import dev.linchpin.directory.LeaveId;
import dev.linchpin.directory.Leaves;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class EscalationsTests {
  /// Long after everything else, so that the job that runs beside this finds nothing to do.
  private static final Instant NINE = Instant.parse("2097-03-01T09:00:00Z");

  @Autowired ApplicationContext context;
  @Autowired Escalations escalations;
  @Autowired Messages messages;
  @Autowired Rotas rotas;
  @Autowired Leaves leaves;

  private LevelWorld world;
  private Service service;
  private Person asa;
  private Person bo;
  private Queue queue;

  @BeforeEach
  void aQueue() {
    world = new LevelWorld(context);
    service = world.service("Doors");
    asa = world.person("Åsa Agent");
    bo = world.person("Bo Agent");
    queue = world.queue(service, asa, bo);
  }

  private static Instant later(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }

  private List<String> notes(Ticket ticket) {
    return messages.of(ticket).stream()
        .filter(message -> message.kind() == Message.Kind.NOTE)
        .map(Message::text)
        .toList();
  }

  @Test
  void whoHasItIsToldThenTheQueueEachOnceAndBeforeItIsLate() {
    world.level(service, "50% assignee", "75% queue");
    Ticket ticket =
        world.change(world.ticket(service, NINE), later(1), new Change.Assign(asa.id()));

    escalations.make(later(29));
    assertThat(notes(ticket)).isEmpty();
    escalations.make(later(31));
    escalations.make(later(32));
    assertThat(notes(ticket))
        .singleElement()
        .asString()
        .contains("50 %")
        .contains("Told: Åsa Agent.");
    assertThat(escalations.waitingFor(asa.id(), 5))
        .singleElement()
        .satisfies(near -> assertThat(near.due()).isEqualTo(later(60)));
    assertThat(escalations.waitingFor(bo.id(), 5)).isEmpty();

    escalations.make(later(46));
    assertThat(notes(ticket)).hasSize(2);
    assertThat(escalations.waitingFor(bo.id(), 5)).hasSize(1);
  }

  @Test
  void twoNodesAtTheSameMomentTellOnce() throws Exception {
    world.level(service, "50% queue");
    Ticket ticket = world.ticket(service, NINE);
    Callable<Integer> node = () -> escalations.make(later(40));

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> one : threads.invokeAll(Collections.nCopies(8, node))) {
        one.get();
      }
    }

    assertThat(notes(ticket)).hasSize(1);
  }

  @Test
  void whatIsAnsweredInTimeNeedsNobody() {
    world.level(service, "50% queue");
    Ticket ticket = world.ticket(service, NINE);
    escalations.make(later(31));
    assertThat(escalations.waitingFor(bo.id(), 5)).hasSize(1);

    world.change(ticket, later(40), new Change.Resolve("A new battery."));

    assertThat(escalations.waitingFor(bo.id(), 5)).isEmpty();
    escalations.make(later(600));
    assertThat(notes(ticket)).hasSize(1);
  }

  @Test
  void aPausedTicketIsLeftAloneUntilItGoesOn() {
    world.level(service, "30m queue");
    Ticket ticket = world.ticket(service, NINE);
    messages.add(
        ticket,
        dev.linchpin.helpdesk.NewMessage.of(Message.Kind.ANSWER, "Which door?"),
        world.by(later(5)));
    world.change(ticket, later(10), new Change.Wait(false));
    escalations.make(later(2_000));
    assertThat(notes(ticket)).isEmpty();

    world.change(ticket, later(3_000), new Change.Begin());
    escalations.make(later(3_439)); // 470 minutes are left: the step is 440 after it goes on
    assertThat(notes(ticket)).isEmpty();
    escalations.make(later(3_440));
    assertThat(notes(ticket)).hasSize(1);
  }

  @Test
  void whoIsOnCallIsToldAndOnLeaveTheWholeQueue() {
    world.level(service, "50% on call", "75% on call");
    rotas.put(
        new Rota(
            queue.id(),
            LocalDate.parse("2097-02-20"),
            LocalTime.of(9, 0),
            List.of(bo.id()),
            List.of(),
            0),
        queue,
        "test");
    world.ticket(service, NINE);
    escalations.make(later(31));
    assertThat(escalations.waitingFor(bo.id(), 5)).hasSize(1);
    assertThat(escalations.waitingFor(asa.id(), 5)).isEmpty();

    var day = LocalDate.parse("2097-03-01");
    leaves.add(
        Leave.of(
            new LeaveId(UUID.randomUUID()),
            bo.id(),
            new DayRange(day, day),
            Leave.Kind.values()[0]),
        "test");
    assertThat(rotas.onCall(queue.id(), later(40))).isEmpty();
    assertThat(rotas.gaps(rotas.find(queue.id()).orElseThrow(), NINE, later(1_000))).hasSize(1);
    escalations.make(later(46));
    assertThat(escalations.waitingFor(asa.id(), 5)).hasSize(1);
  }
}
