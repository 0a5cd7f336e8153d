package dev.linchpin.helpdesk.mail;

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
import dev.linchpin.helpdesk.Queue;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.levels.Escalations;
import dev.linchpin.helpdesk.levels.LevelWorld;
import dev.linchpin.helpdesk.levels.Rota;
import dev.linchpin.helpdesk.levels.Rotas;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whoever is told hears by mail that a ticket comes near its time, over a real mail server.
@LinchpinTest
class AlertMailTests {
  /// Long after everything else, so that the job that runs beside this finds nothing to do.
  private static final Instant NINE = Instant.parse("2098-03-03T09:00:00Z");

  @Autowired ApplicationContext context;
  @Autowired Escalations escalations;
  @Autowired Rotas rotas;
  @Autowired Leaves leaves;

  private MailWorld mail;
  private LevelWorld levels;
  private Service service;
  private Person bo;
  private Person asa;

  @BeforeEach
  void somebodyOnCall() {
    mail = new MailWorld(context);
    levels = new LevelWorld(context);
    service = levels.service("Doors");
    bo = levels.person("Bo Agent");
    asa = levels.person("Åsa Agent");
    Queue queue = levels.queue(service, bo, asa);
    var first = LocalDate.parse("2098-02-20");
    var nine = LocalTime.of(9, 0);
    rotas.put(new Rota(queue.id(), first, nine, List.of(bo.id()), List.of(), 0), queue, "test");
  }

  @AfterEach
  void ends() {
    mail.close();
  }

  private Ticket near(String... rules) {
    levels.level(service, rules);
    return levels.ticket(service, NINE);
  }

  private List<Postman.Letter> toBo(int expected) {
    return mail.send(expected).stream()
        .filter(letter -> letter.to().equalsIgnoreCase(bo.email()))
        .toList();
  }

  @Test
  void whoIsOnCallGetsOneMailHoweverManyNodesLook() throws Exception {
    Ticket ticket = near("50% on call");
    Callable<Integer> node = () -> escalations.make(NINE.plus(Duration.ofMinutes(40)));
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> one : threads.invokeAll(Collections.nCopies(6, node))) {
        one.get();
      }
    }

    Postman.Letter letter = toBo(1).getFirst();
    assertThat(toBo(1)).hasSize(1);
    assertThat(letter.header("Subject"))
        .isEqualTo("[LP-%s] On call: It hums".formatted(ticket.number()));
    assertThat(letter.raw())
        .contains("Answer by 3 March 2098, 10:00: 50 % of the time is used.", "Told: Bo Agent.")
        .contains("Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All");
    assertThat(letter.replyTo()).matches("support-.*\\+[0-9a-f]{32}@example.org");
  }

  @Test
  void whatIsAnsweredToItIsANoteThatNoCallerSeesAndWakesNothing() {
    Ticket ticket = near("50% on call");
    escalations.make(NINE.plus(Duration.ofMinutes(40)));
    Postman.Letter letter = toBo(1).getFirst();
    levels.change(ticket, NINE.plus(Duration.ofMinutes(50)), new Change.Wait(true));

    Taken taken =
        mail.take(
            """
            From: Bo Agent <%s>
            To: %s
            Message-ID: <on-call-%s@x>
            In-Reply-To: %s
            Subject: Re: %s

            I am on it from home.
            """
                .formatted(
                    bo.email(),
                    letter.replyTo(),
                    mail.mark,
                    letter.header("Message-ID"),
                    letter.header("Subject")));

    assertThat(mail.ticket(taken).number()).isEqualTo(ticket.number());
    assertThat(mail.ticket(taken).state()).isEqualTo(TicketState.WAITING_FOR_VENDOR);
    assertThat(mail.said(ticket))
        .filteredOn(message -> message.text().equals("I am on it from home."))
        .singleElement()
        .satisfies(note -> {
          assertThat(note.kind()).isEqualTo(Message.Kind.NOTE);
          assertThat(note.person()).isEqualTo(bo.id());
        });
  }

  @Test
  void whoHasItAndTheQueueGetOneMailEachHoweverManyStepsWereMissed() {
    Ticket ticket = near("25% assignee", "50% queue");
    levels.change(ticket, NINE.plus(Duration.ofMinutes(1)), new Change.Assign(asa.id()));
    escalations.make(NINE.plus(Duration.ofMinutes(40)));
    escalations.make(NINE.plus(Duration.ofMinutes(41)));

    List<Postman.Letter> letters = about(ticket, 2);
    assertThat(letters)
        .hasSize(2)
        .allSatisfy(letter -> assertThat(letter.header("Subject")).endsWith("Due soon: It hums"));
    assertThat(raw(letters, asa)).contains("25 % of the time", "50 % of the time");
    assertThat(raw(letters, bo)).contains("50 % of the time").doesNotContain("25 % of");
  }

  /// Other tests may have tickets that come near at the same moment.
  private List<Postman.Letter> about(Ticket ticket, int expected) {
    MailWorld.await(() -> about(ticket).size() >= expected);
    return about(ticket);
  }

  private List<Postman.Letter> about(Ticket ticket) {
    return mail.send(0).stream()
        .filter(letter -> letter.header("Subject").contains("[LP-%s]".formatted(ticket.number())))
        .toList();
  }

  private static String raw(List<Postman.Letter> letters, Person to) {
    return letters.stream()
        .filter(letter -> letter.to().equalsIgnoreCase(to.email()))
        .map(Postman.Letter::raw)
        .collect(Collectors.joining());
  }

  @Test
  void whoIsOnLeaveIsReplacedByTheQueue() {
    Ticket ticket = near("50% assignee");
    levels.change(ticket, NINE.plus(Duration.ofMinutes(1)), new Change.Assign(asa.id()));
    var day = LocalDate.parse("2098-03-03");
    leaves.add(
        Leave.of(new LeaveId(UUID.randomUUID()), asa.id(), new DayRange(day, day), Leave.Kind.AWAY),
        "test");
    escalations.make(NINE.plus(Duration.ofMinutes(40)));

    assertThat(about(ticket, 2)).hasSize(2);
  }
}
