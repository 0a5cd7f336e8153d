package dev.linchpin.sample;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.TicketState;
import dev.linchpin.helpdesk.Tickets;
import dev.linchpin.helpdesk.mail.MailIntake;
import dev.linchpin.helpdesk.mail.MailServer;
import dev.linchpin.helpdesk.mail.Mailbox;
import dev.linchpin.helpdesk.mail.Mailboxes;
import dev.linchpin.helpdesk.mail.Security;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// The sample's mailbox, which no server stands behind, and what came to it.
@Component
class SampleMail {
  private static final int FIRST = 1_001;
  private static final int TICKETS = 40;
  private static final String ADDRESS = "service.desk@lakeside.example";

  private final Mailboxes boxes;
  private final MailIntake intake;
  private final Tickets tickets;

  SampleMail(Mailboxes boxes, MailIntake intake, Tickets tickets) {
    this.boxes = boxes;
    this.intake = intake;
    this.tickets = tickets;
  }

  void plant() {
    var server = new MailServer("", 993, Security.TLS, "", "");
    var box =
        new Mailbox(
            SampleStaff.uuid("mailbox"),
            "Service desk",
            ADDRESS,
            null,
            null,
            false,
            server,
            "INBOX",
            false,
            0,
            Mailbox.State.NEW);
    boxes.put(box, SampleStaff.BY);
    List<String> mails =
        List.of(
            mail(
                "Finn Lang <finn@harbour.example>",
                "Quote for 40 lamps",
                "",
                "Hello,\n\nplease call me about your lamps."),
            mail(
                "Postbox <away@harbour.example>",
                "I am away",
                "Auto-Submitted: auto-replied\n",
                "I am back on Monday."));
    for (int i = 0; i < mails.size(); i++) {
      take(box, i, mails.get(i));
    }
    answered().ifPresent(ticket -> take(box, mails.size(), reply(ticket)));
  }

  private void take(Mailbox box, int number, String mail) {
    intake.take(box, "sample " + number, mail.getBytes(StandardCharsets.UTF_8));
  }

  /// A ticket in work, whose caller has an address.
  private Optional<Ticket> answered() {
    return IntStream.range(FIRST, FIRST + TICKETS)
        .mapToObj(number -> tickets.find(Integer.toString(number)))
        .flatMap(Optional::stream)
        .filter(ticket -> ticket.state() == TicketState.OPEN && !ticket.caller().email().isEmpty())
        .findFirst();
  }

  private static String reply(Ticket ticket) {
    return mail(
        ticket.caller().name() + " <" + ticket.caller().email() + ">",
        "Re: [LP-" + ticket.number() + "] " + ticket.title(),
        "",
        """
        It is still the same this morning. It began when the new phones came.

        --
        Sent from the third floor

        On Monday at 10:12 Service desk wrote:
        > We look at it.
        """);
  }

  private static String mail(String from, String subject, String more, String text) {
    return "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <%s@sample>\n%s\n%s\n"
        .formatted(from, ADDRESS, subject, SampleStaff.uuid("mail " + subject), more, text);
  }
}
