package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.Service;
import dev.linchpin.helpdesk.Changing.Changed;
import dev.linchpin.helpdesk.Changing.Conflict;
import dev.linchpin.helpdesk.Changing.Refused;
import dev.linchpin.helpdesk.Changing.Same;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class TicketDeskTests {
  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired TicketParts parts;
  @Autowired TicketKeeper keeper;

  private DeskWorld world;
  private Person asa;
  private Person bo;

  @BeforeEach
  void people() {
    world = new DeskWorld(context);
    asa = world.person("Åsa Agent");
    bo = world.person("Bo Agent");
  }

  @Test
  void aTicketNeedsOnlyALineAndGetsANumber() {
    Ticket ticket = world.ticket("Printer on floor 3 does not print", asa);
    Ticket next = world.ticket("Another one", asa);

    assertThat(ticket.state()).isEqualTo(TicketState.NEW);
    assertThat(ticket.priority()).isEqualTo("normal");
    assertThat(Long.parseLong(next.number())).isGreaterThan(Long.parseLong(ticket.number()));
  }

  @Test
  void aTicketGoesToTheQueueOfItsService() {
    Service doors = world.service("Doors");
    Queue queue = world.queue(doors, asa);

    Ticket ticket =
        desk.open(NewTicket.of("The door is shut", "phone").about(doors.id()), world.by(bo));

    assertThat(ticket.queue()).isEqualTo(queue.id());
    assertThat(ticket.team()).isEqualTo(queue.name());
    assertThat(ticket.serviceName()).isEqualTo("Doors");
  }

  @Test
  void everyChangeIsARowOfHistoryWithFromAndTo() {
    Ticket ticket = world.ticket("Old title", asa);

    Changing changing =
        desk.change(ticket, ticket.version(), new Change.Retitle("New title"), world.by(bo));

    assertThat(changing).isInstanceOf(Changed.class);
    assertThat(world.now(ticket).title()).isEqualTo("New title");
    HistoryRow row = world.history(ticket).getFirst();
    assertThat(row.field()).isEqualTo(TicketField.TITLE);
    assertThat(row.was()).isEqualTo("Old title");
    assertThat(row.becomes()).isEqualTo("New title");
    assertThat(row.who()).isEqualTo("Bo Agent");
  }

  @Test
  void changesOfDifferentFieldsMergeByThemselves() {
    Ticket seen = world.ticket("Both see this", asa);

    desk.change(seen, seen.version(), new Change.Retitle("Åsa's title"), world.by(asa));
    Changing late =
        desk.change(
            seen, seen.version(), new Change.Prioritise(Grade.HIGH, Grade.HIGH), world.by(bo));

    assertThat(late).isInstanceOf(Changed.class);
    assertThat(world.now(seen).title()).isEqualTo("Åsa's title");
    assertThat(world.now(seen).priority()).isEqualTo("critical");
  }

  @Test
  void changesOfTheSameFieldMeetAndNothingIsSaved() {
    Ticket seen = world.ticket("Both see this", asa);
    desk.change(seen, seen.version(), new Change.Retitle("Åsa's title"), world.by(asa));

    Changing late = desk.change(seen, seen.version(), new Change.Retitle("Bo's"), world.by(bo));

    assertThat(late)
        .asInstanceOf(type(Conflict.class))
        .extracting(Conflict::clashes)
        .asList()
        .singleElement()
        .extracting("before", "theirs", "yours", "by")
        .containsExactly("Both see this", "Åsa's title", "Bo's", "Åsa Agent");
    assertThat(world.now(seen).title()).isEqualTo("Åsa's title");
  }

  @Test
  void whoWantsTheSameAsTheOtherDidHasNoConflict() {
    Ticket seen = world.ticket("Both see this", asa);
    var change = new Change.Assign(asa.id());
    desk.change(seen, seen.version(), change, world.by(asa));

    assertThat(desk.change(seen, seen.version(), change, world.by(bo))).isInstanceOf(Same.class);
  }

  @Test
  void ofFiftyParallelEditsNoneIsLostSilently() throws Exception {
    Ticket seen = world.ticket("Everybody sees this", asa);
    List<Callable<Changing>> all = new ArrayList<>();
    IntStream.range(0, 25)
        .forEach(i -> {
          By one = new By("Agent " + i, asa.id(), world.by(asa).at());
          Change retitle = new Change.Retitle("Title " + i);
          all.add(() -> desk.change(seen, seen.version(), retitle, one));
          all.add(() -> change(seen, new Change.Tag("tag" + i), bo));
        });

    List<Changing> came = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(10)) {
      for (Future<Changing> one : threads.invokeAll(all)) {
        came.add(one.get());
      }
    }

    // Every tag is there; one title won and the other 24 were told so, with their own words.
    assertThat(parts.tags(seen)).hasSize(25);
    assertThat(came.stream().filter(Changed.class::isInstance)).hasSize(26);
    var mine = new HashSet<String>();
    for (Changing one : came) {
      if (one instanceof Conflict conflict) {
        mine.add(conflict.clashes().getFirst().yours());
      }
    }
    mine.add(world.now(seen).title());
    assertThat(mine).hasSize(25).allMatch(title -> title.startsWith("Title "));
    assertThat(world.history(seen).stream().map(HistoryRow::step).distinct()).hasSize(27);
  }

  private Changing change(Ticket seen, Change change, Person by) {
    return desk.change(seen, seen.version(), change, world.by(by));
  }

  @Test
  void assigningANewTicketOpensItAndUndoTakesBothBack() {
    Ticket ticket = world.ticket("Take me", asa);
    var changed = (Changed) change(ticket, new Change.Assign(bo.id()), asa);
    assertThat(changed.ticket().state()).isEqualTo(TicketState.OPEN);
    assertThat(changed.ticket().assignee()).isEqualTo("Bo Agent");

    assertThat(desk.undo(ticket, changed.step(), world.by(asa))).isInstanceOf(Changed.class);

    assertThat(world.now(ticket).person()).isNull();
    assertThat(world.now(ticket).assignee()).isEmpty();
    assertThat(world.now(ticket).state()).isEqualTo(TicketState.NEW);
    assertThat(desk.undo(ticket, changed.step(), world.by(asa))).isInstanceOf(Same.class);
  }

  @Test
  void undoDoesNotRunOverWhatSomebodyElseDidAfterwards() {
    Ticket ticket = world.ticket("First", asa);
    var changed = (Changed) change(ticket, new Change.Retitle("Second"), asa);
    desk.change(ticket, new Change.Retitle("Third"), world.by(bo));

    assertThat(desk.undo(ticket, changed.step(), world.by(asa))).isInstanceOf(Conflict.class);
    assertThat(world.now(ticket).title()).isEqualTo("Third");
  }

  @Test
  void aTicketIsResolvedWithWordsThenClosedAndCanBeReopened() {
    Ticket ticket = world.ticket("It is broken", asa);

    assertThat(desk.change(ticket, new Change.Close(), world.by(asa))).isInstanceOf(Refused.class);
    assertThat(desk.change(ticket, new Change.Resolve(" "), world.by(asa)))
        .isInstanceOf(Refused.class);
    desk.change(ticket, new Change.Resolve("Restarted it."), world.by(asa));
    Ticket resolved = world.now(ticket);
    assertThat(resolved.state()).isEqualTo(TicketState.RESOLVED);
    assertThat(resolved.outcome()).isEqualTo("Restarted it.");
    assertThat(resolved.resolved()).isNotNull();
    desk.change(ticket, new Change.Close(), world.by(asa));
    assertThat(world.now(ticket).resolved()).isEqualTo(resolved.resolved());
    desk.change(ticket, new Change.Reopen(), world.by(asa));
    assertThat(world.now(ticket).ended()).isNull();
  }

  @Test
  void movingToAQueueTakesItFromWhoIsNotOnThatQueue() {
    Queue queue = world.queue(world.service("Lifts"), bo);
    Ticket asas = world.ticket("Åsa has it", asa);
    desk.change(asas, new Change.Assign(asa.id()), world.by(asa));
    Ticket bos = world.ticket("Bo has it", asa);
    desk.change(bos, new Change.Assign(bo.id()), world.by(asa));

    desk.change(asas, new Change.Move(queue.id()), world.by(asa));
    desk.change(bos, new Change.Move(queue.id()), world.by(asa));

    assertThat(world.now(asas).assignee()).isEmpty();
    assertThat(world.now(bos).assignee()).isEqualTo("Bo Agent");
  }

  @Test
  void tagsWatchersLinksAndItemsComeAndGo() {
    Ticket ticket = world.ticket("With parts", asa);
    var link = new TicketLink(TicketLink.Kind.BELONGS_TO, "NET-12");
    List.of(
            new Change.Tag(" VIP "),
            new Change.Watch(bo.id()),
            new Change.Link(link),
            new Change.Check("Call back", false),
            new Change.Check("Order toner", true))
        .forEach(change -> desk.change(ticket, change, world.by(asa)));

    assertThat(parts.tags(ticket)).containsExactly("vip");
    assertThat(parts.watchers(ticket)).containsValue("Bo Agent");
    assertThat(parts.links(ticket)).containsExactly(link);
    assertThat(parts.items(ticket)).containsEntry("Call back", false);
    assertThat(parts.items(ticket)).containsEntry("Order toner", true);

    List.of(
            new Change.Untag("vip"),
            new Change.Unwatch(bo.id()),
            new Change.Unlink(link),
            new Change.RemoveItem("Order toner"))
        .forEach(change -> desk.change(ticket, change, world.by(asa)));
    assertThat(parts.tags(ticket)).isEmpty();
    assertThat(parts.watchers(ticket)).isEmpty();
    assertThat(parts.links(ticket)).isEmpty();
    assertThat(parts.items(ticket)).containsOnlyKeys("Call back");
  }

  @Test
  void anImportLeavesAloneWhatWasChangedHere() {
    keeper.addAll("worked", TicketText.read(imported("Old", "New", "Cecilia")).tickets());
    Ticket ticket = context.getBean(Tickets.class).find("KEPT-1").orElseThrow();
    desk.change(ticket, new Change.Retitle("A better title"), world.by(asa));
    desk.change(ticket, new Change.Assign(bo.id()), world.by(asa));

    keeper.addAll("worked", TicketText.read(imported("Newer", "Closed", "Dora")).tickets());

    Ticket now = world.now(ticket);
    assertThat(now.title()).isEqualTo("A better title");
    assertThat(now.assignee()).isEqualTo("Bo Agent");
    assertThat(now.caller().name()).isEqualTo("Dora");
    // Assigning opened it here, so its state is ours as well.
    assertThat(now.touches()).isPositive();
  }

  private static String imported(String title, String state, String caller) {
    return "number,opened,title,status,caller\nKEPT-1,2026-11-02,%s,%s,%s\n"
        .formatted(title, state, caller);
  }
}
