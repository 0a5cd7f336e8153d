package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.MessageFacts;
import dev.linchpin.helpdesk.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What a ticket's page says about messages that came or went by mail.
@Component
class MailFacts implements MessageFacts {
  private final Mails mails;
  private final Outbox outbox;

  MailFacts(Mails mails, Outbox outbox) {
    this.mails = mails;
    this.outbox = outbox;
  }

  @Override
  public Map<UUID, Fact> of(Ticket ticket) {
    var all = new LinkedHashMap<UUID, Fact>();
    mails.of(ticket).forEach((message, mail) -> all.put(message, fact(ticket, mail)));
    outbox
        .failures(ticket)
        .forEach((message, words) -> all.put(message, new Fact(java.util.List.of(words), "", "")));
    return all;
  }

  private static Fact fact(Ticket ticket, KeptMail mail) {
    var words = new ArrayList<String>();
    if (!mail.verified() && mail.became() != KeptMail.Became.BOUNCE) {
      words.add("Unverified sender: anybody can write " + mail.sender() + " into a mail.");
    }
    words.addAll(mail.leftOut());
    return new Fact(words, mail.folded(), "/t/" + ticket.number() + "/mails/" + mail.id());
  }
}
