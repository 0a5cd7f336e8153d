package dev.linchpin.helpdesk.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.linchpin.LinchpinTest;
import dev.linchpin.helpdesk.By;
import dev.linchpin.helpdesk.Change;
import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.MessageFacts;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketDesk;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.platform.Zone;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinchpinTest
class MailIntakeTests {
  @Autowired ApplicationContext context;
  private MailWorld world;

  @BeforeEach
  void aWorld() {
    world = new MailWorld(context);
  }

  @AfterEach
  void ends() {
    world.close();
  }

  private String fromRuth(String id, String more, String subject, String text) {
    return world.mail("Ruth Adler <" + world.ruth.email() + ">", id, more, subject, text);
  }

  private MessageFacts.Fact fact(Ticket ticket, Message said) {
    return Objects.requireNonNull(world.bean(MailFacts.class).of(ticket).get(said.id()));
  }

  @Test
  void aMailOpensATicketOfItsSender() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.\n-- \nRuth")));

    assertThat(ticket.name()).isEqualTo("No tone");
    assertThat(ticket.caller().person()).isEqualTo(world.ruth.id());
    assertThat(ticket.state()).isEqualTo(TicketState.NEW);
    Message said = world.said(ticket).getFirst();
    assertThat(said.text()).isEqualTo("It hums.");
    assertThat(said.who()).isEqualTo("Ruth Adler");
    MessageFacts.Fact fact = fact(ticket, said);
    assertThat(fact.folded()).isEqualTo("-- \nRuth");
    assertThat(fact.words())
        .containsExactly(
            "Unverified sender: anybody can write " + world.ruth.email() + " into a mail.");
  }

  @Test
  void anAnswerGoesOutAndItsReplyComesBackToTheTicketVerified() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.")));
    world.answer(ticket, "Which room?");

    Postman.Letter answer = world.send(2).get(1);
    assertThat(answer.header("Subject")).isEqualTo("[LP-" + ticket.number() + "] No tone");
    assertThat(answer.header("In-Reply-To")).isEqualTo("<1-" + world.mark + "@x>");
    assertThat(answer.header("Auto-Submitted")).isNull();
    assertThat(answer.raw()).contains("Which room?");
    assertThat(world.said(ticket).getLast().delivery()).isEqualTo(Message.Delivery.SENT);

    String reply = answer.replyTo();
    String id = answer.header("Message-ID");
    Taken taken =
        world.take(
            fromRuth(
                "2",
                "Cc: " + reply + "\nIn-Reply-To: " + id + "\n",
                "Re: other",
                "Room 7\n\nOn 1.1.2026 10:00, Support wrote:\n> Which room?"));

    assertThat(taken).isInstanceOf(Taken.Said.class);
    Message said = world.said(ticket).getLast();
    assertThat(said.text()).isEqualTo("Room 7");
    assertThat(fact(ticket, said).words()).isEmpty();
  }

  @Test
  void theReplyAddressAloneLeadsToTheTicketAndProvesOnlyItsOwner() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.")));
    String reply = world.send(1).getFirst().replyTo();

    Taken other = world.take(world.mail("eve@evil.example", "e", "Cc: " + reply + "\n", "x", "Hi"));
    Taken guessed =
        world.take(
            world.mail(
                "eve@evil.example",
                "f",
                "Cc: " + reply.replaceAll("\\+....", "+0000") + "\n",
                "y",
                "Hi"));

    assertThat(world.ticket(other))
        .isEqualTo(
            world.bean(dev.linchpin.helpdesk.Tickets.class).find(ticket.number()).orElseThrow());
    Message said = world.said(ticket).getLast();
    assertThat(said.who()).isEqualTo("eve@evil.example");
    assertThat(fact(ticket, said).words()).anyMatch(word -> word.startsWith("Unverified sender"));
    assertThat(guessed).isInstanceOf(Taken.NewTicket.class);
  }

  @Test
  void theMarkInTheSubjectCountsOnlyForWhoTakesPart() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.")));
    String subject = "[LP-" + ticket.number() + "] again";

    assertThat(world.take(fromRuth("2", "", subject, "More"))).isInstanceOf(Taken.Said.class);
    assertThat(world.take(world.mail("eve@evil.example", "3", "", subject, "Me too")))
        .isInstanceOf(Taken.NewTicket.class);
  }

  @Test
  void whatWasResolvedIsOpenAgainWhenItsCallerWrites() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.")));
    var by = new By("test", null, world.bean(Zone.class).instant());
    world.bean(TicketDesk.class).change(ticket, new Change.Resolve("Done."), by);

    Taken again =
        world.take(fromRuth("2", "In-Reply-To: <1-" + world.mark + "@x>\n", "Re: No tone", "No."));

    assertThat(world.ticket(again).state()).isEqualTo(TicketState.OPEN);
  }

  @Test
  void ourOwnServersResultProvesASender() {
    String good = "Authentication-Results: mx.example.org; spf=pass; dmarc=pass header.from=x\n";
    String forged =
        "Authentication-Results: mx.example.org; dmarc=fail\n"
            + "Authentication-Results: mx.example.org; dmarc=pass\n";
    String foreign = "Authentication-Results: mx.evil.example; dmarc=pass\n";

    assertThat(verified(fromRuth("1", good, "a", "a"))).isTrue();
    assertThat(verified(fromRuth("2", forged, "b", "b"))).isFalse();
    assertThat(verified(fromRuth("3", foreign, "c", "c"))).isFalse();
  }

  private boolean verified(String raw) {
    return world.bean(Mails.class).find(world.take(raw).mail()).orElseThrow().verified();
  }

  @Test
  void aStrangersMailWaitsForAYes() {
    world.settings(false);

    assertThat(world.take(world.mail("eve@evil.example", "1", "", "Hi", "Hi")))
        .isInstanceOf(Taken.Waiting.class);
    assertThat(world.take(fromRuth("2", "", "Hi", "Hi"))).isInstanceOf(Taken.NewTicket.class);
  }

  @Test
  void theAcknowledgementHoldsNothingOfTheMailAndSaysThatItIsAutomatic() {
    world.take(world.mail("eve@evil.example", "1", "", "BUY NOW", "http://evil.example"));

    Postman.Letter mail = world.send(1).getFirst();

    assertThat(mail.raw()).doesNotContain("BUY", "evil.example/", "http:");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-replied");
    assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("All");
    assertThat(mail.header("X-Linchpin-Instance")).isNotBlank();
    assertThat(mail.from()).isEmpty();
  }

  @Test
  void nothingAutomaticIsAnsweredAutomatically() {
    List<String> signs =
        List.of(
            "Auto-Submitted: auto-generated\n",
            "Return-Path: <>\n",
            "Precedence: bulk\n",
            "List-Id: <x.y>\n",
            "List-Unsubscribe: <mailto:a@b>\n",
            "X-Auto-Response-Suppress: OOF\n",
            "X-Linchpin-Instance: another\n");
    for (String sign : signs) {
      assertThat(world.take(fromRuth("n" + sign.hashCode(), sign, "s", "t")))
          .isInstanceOf(Taken.NewTicket.class);
    }
    assertThat(world.take(world.mail("noreply@x.example", "n", "", "s", "t")))
        .isInstanceOf(Taken.NewTicket.class);
    Ticket last = world.ticket(world.take(fromRuth("last", "Auto-Submitted: no\n", "s", "t")));

    assertThat(world.send(1).getFirst().header("Subject")).contains("LP-" + last.number());
    assertThat(world.letters()).hasSize(1);
  }

  @Test
  void aSenderGetsTenAcknowledgementsInAnHourAtMost() {
    for (int i = 0; i < 25; i++) {
      world.take(fromRuth("m" + i, "", "Subject " + i, "text"));
    }

    assertThat(world.send(Acknowledgements.PER_SENDER_AND_HOUR))
        .hasSize(Acknowledgements.PER_SENDER_AND_HOUR);
  }

  @Test
  void anAutomaticReplyAndOurOwnMailAreKeptAside() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.")));
    String ours = world.send(1).getFirst().raw();

    Taken away =
        world.take(
            fromRuth(
                "2", "Auto-Submitted: auto-replied\n", "Away", "[LP-" + ticket.number() + "]"));

    assertThat(away).isInstanceOf(Taken.AutomaticIgnored.class);
    assertThat(world.take(ours)).isInstanceOf(Taken.AutomaticIgnored.class);
    assertThat(world.said(ticket)).hasSize(1);
  }

  @Test
  void aMailThatCameBackIsSaidOnTheTicketAndMarksTheAddress() {
    Ticket ticket = world.ticket(world.take(fromRuth("1", "", "No tone", "It hums.")));
    var by = new By("test", null, world.bean(Zone.class).instant());
    world.answer(ticket, "Which room?");
    world.bean(TicketDesk.class).change(ticket, new Change.Wait(false), by);
    String id = world.send(2).get(1).header("Message-ID");

    Taken bounce = world.take(bounce(id));
    Taken forged = world.take(bounce("<lp." + ticket.number() + ".2.0000@example.org>"));

    assertThat(bounce)
        .isEqualTo(new Taken.Bounce(bounce.mail(), ticket.number(), world.ruth.email()));
    assertThat(forged).isInstanceOf(Taken.AutomaticIgnored.class);
    assertThat(world.said(ticket).getLast().text())
        .isEqualTo(
            "The mail to "
                + world.ruth.email()
                + " came back: 550 5.1.1 User unknown Call, or correct the address.");
    assertThat(world.said(ticket).get(1).delivery()).isEqualTo(Message.Delivery.FAILED);
    assertThat(world.ticket(bounce).state()).isEqualTo(TicketState.OPEN);
    assertThat(world.bean(Bounces.class).last(world.ruth.email())).isPresent();
  }

  private String bounce(String id) {
    return """
    Return-Path: <>
    From: Mail Delivery Subsystem <mailer-daemon@mx.example>
    To: %s
    Subject: Returned mail
    Message-ID: <bounce%s@mx>
    Content-Type: multipart/report; report-type=delivery-status; boundary=b

    --b

    It could not be delivered.
    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example

    Final-Recipient: rfc822; %s
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 User unknown
    --b
    Content-Type: text/rfc822-headers

    Message-ID: %s
    --b--
    """
        .formatted(world.address, id.hashCode(), world.ruth.email(), id);
  }

  @Test
  void aHundredThousandPartsAndABombOfFilesAreATicketThatNamesWhatIsLeftOut() {
    var parts = new StringBuilder("Content-Type: multipart/mixed; boundary=x\n");
    var files = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      parts.append(i == 0 ? "\n--x\n\npart " : "--x\n\npart ").append(i).append('\n');
    }
    for (int i = 0; i < 500; i++) {
      files.append("--x\nContent-Type: application/zip; name=f%d.zip\n\nPK\n".formatted(i));
    }
    String bomb = "Content-Type: multipart/mixed; boundary=x\n\n" + files + "--x--\n";

    Ticket many = world.ticket(world.take(fromRuth("p", parts + "--x--\n", "Many parts", "")));
    Ticket full = world.ticket(world.take(fromRuth("q", bomb, "Many files", "")));

    assertThat(world.said(many).getFirst().text()).startsWith("part 0").doesNotContain("part 1000");
    assertThat(leftOut(many)).contains("more than 1,000 parts");
    assertThat(world.said(full).getFirst().attachments()).hasSize(20);
    assertThat(leftOut(full)).contains("20 are kept.");
  }

  private String leftOut(Ticket ticket) {
    return world
        .bean(JdbcClient.class)
        .sql("select array_to_string(left_out, ' ') from helpdesk.mail where ticket = :ticket")
        .param("ticket", ticket.id())
        .query(String.class)
        .single();
  }

  @Test
  void scriptsAndFormulasAreTextLikeAnyOther() {
    String nasty = "=cmd|' /C calc'!A0 <script>alert(1)</script> ${7*7} '; drop table x; --";

    Ticket ticket = world.ticket(world.take(fromRuth("1", "", nasty, nasty)));

    assertThat(ticket.name()).isEqualTo(nasty);
    assertThat(world.said(ticket).getFirst().text()).isEqualTo(nasty);
  }
}
