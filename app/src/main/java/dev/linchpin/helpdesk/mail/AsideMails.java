package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.mail.KeptMail.Became;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Mail that lies aside until somebody decides.
@Component
public class AsideMails {
  private final JdbcClient sql;
  private final Mails mails;
  private final Mailboxes boxes;
  private final MailToTicket toTicket;
  private final Audit audit;
  private final Zone zone;

  AsideMails(
      JdbcClient sql, Mails mails, Mailboxes boxes, MailToTicket toTicket, Audit audit, Zone zone) {
    this.sql = sql;
    this.mails = mails;
    this.boxes = boxes;
    this.toTicket = toTicket;
    this.audit = audit;
    this.zone = zone;
  }

  /// Makes a ticket of it. Nothing is sent in answer.
  ///
  /// @return empty when somebody else decided meanwhile
  @Transactional
  public Optional<Ticket> take(UUID id, String by) {
    Optional<byte[]> raw = lock(id).flatMap(mails::raw);
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    Mailbox box =
        sql.sql("select mailbox from helpdesk.mail where id = :id and mailbox is not null")
            .param("id", id)
            .query(UUID.class)
            .optional()
            .flatMap(boxes::find)
            .orElse(null);
    Ticket ticket = toTicket.openAnyway(MailReader.read(raw.get()), box, id, zone.instant());
    audit.add(by, "took a mail as a ticket", ticket.ref(), "");
    return Optional.of(ticket);
  }

  /// Throws it away for good: only that it came is kept.
  ///
  /// @return false when somebody else decided meanwhile
  @Transactional
  public boolean throwAway(UUID id, String by) {
    Optional<UUID> mine = lock(id);
    mine.ifPresent(mail -> {
      mails.decided(mail, Became.THROWN_AWAY, null, null, "");
      audit.add(by, "threw a mail away", "mail " + id, "");
    });
    return mine.isPresent();
  }

  private Optional<UUID> lock(UUID id) {
    return sql.sql(
            """
            select id from helpdesk.mail
             where id = :id and became in ('WAITING', 'QUARANTINED', 'IGNORED') for update\
            """)
        .param("id", id)
        .query(UUID.class)
        .optional();
  }
}
