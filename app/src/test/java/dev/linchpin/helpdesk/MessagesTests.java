package dev.linchpin.helpdesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.linchpin.LinchpinTest;
import dev.linchpin.directory.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinchpinTest
class MessagesTests {
  @Autowired ApplicationContext context;
  @Autowired TicketDesk desk;
  @Autowired Messages messages;
  @Autowired Attachments attachments;

  private DeskWorld world;
  private Person asa;
  private Ticket ticket;

  @BeforeEach
  void aTicket() {
    world = new DeskWorld(context);
    asa = world.person("Åsa Agent");
    ticket = desk.open(NewTicket.of("Help", "phone").calledBy(Caller.of(asa)), world.by(asa));
  }

  @Test
  void theCallerNeverSeesANote() {
    say(Message.Kind.FROM_CALLER, "It is broken.");
    say(Message.Kind.NOTE, "He breaks it every week.");
    say(Message.Kind.ANSWER, "We look at it.");

    assertThat(messages.of(ticket)).hasSize(3);
    assertThat(messages.forCaller(ticket))
        .extracting(Message::text)
        .containsExactly("It is broken.", "We look at it.");
    assertThat(messages.lastAnswers(List.of(ticket))).containsEntry(ticket.id(), "We look at it.");
  }

  @Test
  void anAnswerWaitsToBeSentWhereAnAddressIsKnown() {
    Ticket noAddress = world.ticket("By phone", asa);

    say(Message.Kind.ANSWER, "Hello");
    messages.add(noAddress, NewMessage.of(Message.Kind.ANSWER, "Hello"), world.by(asa));

    assertThat(messages.of(ticket).getFirst().delivery()).isEqualTo(Message.Delivery.TO_SEND);
    assertThat(messages.of(noAddress).getFirst().delivery()).isEqualTo(Message.Delivery.NONE);
  }

  @Test
  void whatACallerSaysWakesATicketThatWaitsOrWasResolved() {
    desk.change(ticket, new Change.Wait(false), world.by(asa));
    say(Message.Kind.FROM_CALLER, "Here it is.");
    assertThat(world.now(ticket).state()).isEqualTo(TicketState.OPEN);

    desk.change(ticket, new Change.Resolve("Done."), world.by(asa));
    say(Message.Kind.FROM_CALLER, "No, it is not.");
    assertThat(world.now(ticket).state()).isEqualTo(TicketState.OPEN);
  }

  @Test
  void theSameDeliveryTwiceIsOneMessage() {
    NewMessage mail = NewMessage.of(Message.Kind.FROM_CALLER, "Once").once("<a@b> " + asa.id());

    UUID first = messages.add(ticket, mail, world.by(asa));
    UUID second = messages.add(ticket, mail, world.by(asa));

    assertThat(second).isEqualTo(first);
    assertThat(messages.of(ticket)).hasSize(1);
  }

  @Test
  void aFileIsWhatItsBytesSayAndHasABareName() {
    byte[] html = "<html><script>alert(1)</script></html>".getBytes(UTF_8);
    messages.add(
        ticket,
        NewMessage.of(Message.Kind.FROM_CALLER, "See there")
            .with(List.of(new NewMessage.File("..\\..\\holiday\u202e.png", html))),
        world.by(asa));

    Message.Attachment file = messages.of(ticket).getFirst().attachments().getFirst();
    assertThat(file.name()).isEqualTo("holiday.png");
    assertThat(file.type()).isEqualTo("text/html");
    assertThat(attachments.find(file.id()).orElseThrow().content()).isEqualTo(html);
  }

  @Test
  void aFileThatIsTooLargeIsToldByName() {
    assertThatThrownBy(() -> new NewMessage.File("dump.bin", new byte[25_000_001]))
        .hasMessage("\"dump.bin\" is larger than 25 MB. Send it another way.");
  }

  private void say(Message.Kind kind, String text) {
    messages.add(ticket, NewMessage.of(kind, text), world.by(asa));
  }
}
