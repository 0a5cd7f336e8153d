package dev.linchpin.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.Person;
import dev.linchpin.helpdesk.Changing.Changed;
import dev.linchpin.helpdesk.Changing.Refused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class MergeAndSplitTests {
  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Messages messages;
  @Autowired Works works;
  @Autowired TicketParts parts;

  private DeskWorld world;
  private Person asa;
  private Ticket one;
  private Ticket two;

  @BeforeEach
  void twoTickets() {
    world = new DeskWorld(context);
    asa = world.person("Åsa Agent");
    one = world.ticket("Mail is slow", asa);
    two = world.ticket("Mail is very slow", asa);
  }

  @Test
  void messagesWatchersAndWorkGoToTheKeptTicketAndComeBackWithUndo() {
    say(one, "One");
    say(two, "Two");
    works.book(one, asa.id(), Duration.ofMinutes(20), "", world.by(asa));
    desk.change(one, new Change.Watch(asa.id()), world.by(asa));

    var merged = (Changed) desk.change(one, new Change.MergeInto(two.number()), world.by(asa));

    assertThat(merged.other()).isEqualTo(two.number());
    assertThat(merged.ticket().mergedInto()).isEqualTo(two.number());
    assertThat(merged.ticket().state()).isEqualTo(TicketState.CLOSED);
    assertThat(texts(two)).containsExactly("One", "Two");
    assertThat(works.of(two)).hasSize(1);
    assertThat(world.now(two).handled()).isEqualTo(Duration.ofMinutes(20));
    assertThat(parts.watchers(two)).containsKey(asa.id());
    say(one, "A late mail on the merged one");
    assertThat(texts(two)).hasSize(3);

    desk.undo(one, merged.step(), world.by(asa));

    assertThat(texts(one)).containsExactly("One", "A late mail on the merged one");
    assertThat(texts(two)).containsExactly("Two");
    assertThat(works.of(two)).isEmpty();
    assertThat(parts.watchers(two)).isEmpty();
    assertThat(world.now(one).mergedInto()).isNull();
    assertThat(world.now(one).state().isOpen()).isTrue();
    assertThat(world.now(one).handled()).isEqualTo(Duration.ofMinutes(20));
  }

  @Test
  void aMergedTicketIsNotChangedAnyMore() {
    desk.change(one, new Change.MergeInto("T-" + two.number()), world.by(asa));

    assertThat(desk.change(one, new Change.Retitle("Other"), world.by(asa)))
        .isInstanceOf(Refused.class);
    assertThat(desk.change(two, new Change.MergeInto(one.number()), world.by(asa)))
        .isInstanceOf(Refused.class);
    assertThat(desk.change(two, new Change.MergeInto(two.number()), world.by(asa)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void twoWhoMergeCrosswiseDoNotWaitForEachOther() throws Exception {
    List<Callable<Changing>> crosswise =
        List.of(
            () -> desk.change(one, new Change.MergeInto(two.number()), world.by(asa)),
            () -> desk.change(two, new Change.MergeInto(one.number()), world.by(asa)));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var came = threads.invokeAll(crosswise);
      assertThat(came.get(0).get() instanceof Changed ^ came.get(1).get() instanceof Changed)
          .isTrue();
    }
  }

  @Test
  void aMessageBecomesATicketOfItsOwnAndGoesBack() {
    say(one, "Mail is slow.");
    UUID other = say(one, "And my chair is broken.");

    var split =
        (Changed) desk.change(one, new Change.Split(other, "Chair is broken"), world.by(asa));

    Ticket chair = context.getBean(Tickets.class).find(String.valueOf(split.other())).orElseThrow();
    assertThat(chair.title()).isEqualTo("Chair is broken");
    assertThat(texts(chair)).containsExactly("And my chair is broken.");
    assertThat(texts(one)).containsExactly("Mail is slow.");

    desk.undo(one, split.step(), world.by(asa));
    assertThat(texts(one)).containsExactly("Mail is slow.", "And my chair is broken.");
    assertThat(world.now(chair).mergedInto()).isEqualTo(one.number());
  }

  private UUID say(Ticket ticket, String text) {
    return messages.add(ticket, NewMessage.of(Message.Kind.FROM_CALLER, text), world.by(asa));
  }

  private List<String> texts(Ticket ticket) {
    return messages.of(ticket).stream().map(Message::text).toList();
  }
}
