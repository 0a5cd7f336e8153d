package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.mail.KeptMail.Became;
import dev.linchpin.platform.Zone;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * A mail is taken in one transaction: the ticket or message, its files, what goes out in answer,
 * and the row that keeps the mail. So whatever dies, it is taken once or not at all, and whoever
 * delivers it again learns that.
 *
 * A mail that fails is tried three times and then kept aside, whole: one bad mail must not hold up
 * the folder behind it. Only when the database is away nothing is kept, and the mail comes again.
 */
/// Takes mails in.
@Component
public class MailIntake {
  static final int TRIES = 3;
  static final int BYTES_MAX = 50_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

  private final Mails mails;
  private final MailToTicket toTicket;
  private final TransactionTemplate transaction;
  private final Zone zone;

  public MailIntake(
      Mails mails, MailToTicket toTicket, PlatformTransactionManager transactions, Zone zone) {
    this.mails = mails;
    this.toTicket = toTicket;
    this.transaction = new TransactionTemplate(transactions);
    this.zone = zone;
  }

  /// Takes one delivery of a mail; a delivery that was taken before changes nothing.
  ///
  /// @param delivery names it among those of this mailbox: UIDVALIDITY and UID
  /// @throws DataAccessResourceFailureException when the database is away: deliver it again later
  public Taken take(Mailbox box, String delivery, byte[] raw) {
    String key = box.id() + " " + delivery;
    Instant now = zone.instant();
    RuntimeException failure = new IllegalStateException("It was never tried.");
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return inTransaction(() -> once(box, key, raw, now));
      } catch (DataAccessResourceFailureException away) {
        throw away;
      } catch (RuntimeException broken) {
        failure = broken;
      }
    }
    LOG.warn("mail not taken mailbox={} delivery={}", box.address(), key, failure);
    String reason = "It was tried %d times and failed. The log says why.".formatted(TRIES);
    return inTransaction(() -> aside(box, key, raw, now, reason));
  }

  private Taken inTransaction(java.util.function.Supplier<Taken> work) {
    return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }

  private Taken once(Mailbox box, String key, byte[] raw, Instant now) {
    Optional<UUID> before = mails.delivered(key);
    if (before.isPresent()) {
      return new Taken.Duplicate(before.get());
    }
    if (raw.length > BYTES_MAX) {
      String reason = "It is larger than %d MB.".formatted(BYTES_MAX / 1_000_000);
      return aside(box, key, raw, now, reason);
    }
    ReadMail mail = MailReader.read(raw);
    MailAddress from = mail.from();
    mails.lockSender(from == null ? mail.fingerprint() : from.address());
    Optional<UUID> same = mails.same(mail);
    if (same.isPresent()) {
      mails.add(row(box, key, now, mail, Became.DUPLICATE, "It came before.", null));
      return new Taken.Duplicate(same.get());
    }
    var incoming = new MailToTicket.Incoming(UUID.randomUUID(), box, key, mail, raw, now);
    return toTicket.take(incoming);
  }

  /// Kept aside; only its first lines are read, nothing of it can fail.
  private Taken aside(Mailbox box, String key, byte[] raw, Instant now, String reason) {
    int most = Math.min(MailReader.body(raw), 100_000);
    ReadMail head = MailReader.read(java.util.Arrays.copyOf(raw, most));
    Mails.Row row = row(box, key, now, head, Became.QUARANTINED, reason, raw);
    mails.add(row);
    return new Taken.Quarantined(row.id(), reason);
  }

  private static Mails.Row row(
      Mailbox box,
      String key,
      Instant now,
      ReadMail mail,
      Became became,
      String reason,
      byte @org.jspecify.annotations.Nullable [] raw) {
    return new Mails.Row(
        UUID.randomUUID(),
        box.id(),
        key,
        now,
        mail,
        false,
        became,
        reason,
        null,
        null,
        "",
        List.of(),
        raw);
  }
}
