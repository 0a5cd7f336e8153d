package dev.linchpin.helpdesk.mail;

import dev.linchpin.directory.Person;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.platform.Zone;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Mail to people who work on tickets, about a ticket that cannot wait until they look.
@Component
public class Alerts {
  private final Outbox outbox;
  private final MailSettings settings;
  private final Zone zone;

  Alerts(Outbox outbox, MailSettings settings, Zone zone) {
    this.outbox = outbox;
    this.settings = settings;
    this.zone = zone;
  }

  /// Puts it into the outbox, in the transaction of whoever tells. Without a mail server, or an
  /// address, nothing is sent.
  ///
  /// @param onCall whether the person is told because nobody else is there
  public void tell(Ticket ticket, Person person, String sentences, boolean onCall) {
    MailSettings.Values values = settings.get();
    if (values.out().isSet() && !person.email().isEmpty()) {
      String to = person.email().toLowerCase(Locale.ROOT);
      outbox.alert(ticket, to, sentences, onCall, MailSender.host(values), zone.instant());
    }
  }
}
