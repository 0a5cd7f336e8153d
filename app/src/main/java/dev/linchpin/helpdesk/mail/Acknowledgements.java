package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// "We have your message": one automatic mail for a new ticket, and only where it can do no harm.
///
/// It holds nothing of what the sender wrote: whoever forges senders must not have us deliver
/// texts.
@Component
class Acknowledgements {
  static final int PER_TICKET_AND_DAY = 1;
  static final int PER_SENDER_AND_HOUR = 10;

  private final Outbox outbox;
  private final MailSettings settings;

  Acknowledgements(Outbox outbox, MailSettings settings) {
    this.outbox = outbox;
    this.settings = settings;
  }

  /// Puts it into the outbox, unless one of the rules forbids it.
  void make(Ticket ticket, ReadMail mail, MailAddress to, Instant now) {
    boolean allowed =
        settings.get().out().isSet()
            && AutomaticMail.noAnswer(mail).isEmpty()
            && outbox.automaticSince(to.address(), ticket.id(), now.minus(Duration.ofDays(1)))
                < PER_TICKET_AND_DAY
            && outbox.automaticSince(to.address(), now.minus(Duration.ofHours(1)))
                < PER_SENDER_AND_HOUR;
    if (allowed) {
      outbox.add(ticket.id(), ticket.number(), null, to.address(), host(), now);
    }
  }

  private String host() {
    return MailSender.host(settings.get());
  }
}
