package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * Which ticket does a mail belong to? In this order:
 *
 *   1  it answers a mail of ours: its Message-ID, which nobody can guess, is among the references
 *   2  it was sent to a reply address, which only the person it was made for has
 *   3  it answers another mail on a ticket, or a mail on a ticket answers it (they came in the
 *      wrong order), and its sender takes part there
 *   4  the ticket's mark stands in the subject, and its sender takes part there
 *
 * Marks and foreign Message-IDs can be guessed; that is why 3 and 4 ask who writes.
 */
/// Finds the ticket a mail goes to.
@Component
class Threads {
  private final JdbcClient sql;
  private final Tickets tickets;
  private final ReplyAddress replyAddress;

  Threads(JdbcClient sql, Tickets tickets, ReplyAddress replyAddress) {
    this.sql = sql;
    this.tickets = tickets;
    this.replyAddress = replyAddress;
  }

  /// Where a mail belongs.
  ///
  /// @param verified whether the address it was sent to proves who writes
  record Found(Ticket ticket, boolean verified) {}

  Optional<Found> find(ReadMail mail, MailAddress from) {
    Optional<Found> byToken = byToken(mail, from);
    return byReference(mail)
        .map(ticket -> new Found(ticket, sameTicket(byToken, ticket)))
        .or(() -> byToken)
        .or(() -> byForeignReference(mail, from).map(ticket -> new Found(ticket, false)))
        .or(() -> bySubject(mail, from).map(ticket -> new Found(ticket, false)));
  }

  private static boolean sameTicket(Optional<Found> token, Ticket ticket) {
    return token.isPresent() && token.get().verified() && token.get().ticket().id() == ticket.id();
  }

  private Optional<Ticket> byReference(ReadMail mail) {
    return number(
        """
        select number from helpdesk.outgoing join helpdesk.ticket on ticket.id = outgoing.ticket
         where message_id = any(:refs)
         order by array_position(cast(:refs as text[]), message_id) limit 1\
        """,
        mail.references());
  }

  private Optional<Found> byToken(ReadMail mail, MailAddress from) {
    return mail.to().stream()
        .map(MailAddress::detail)
        .filter(ReplyAddress::isToken)
        .flatMap(token -> byToken(token, from).stream())
        .findFirst();
  }

  /// @param from proves itself only when the address was made for it
  private Optional<Found> byToken(String token, MailAddress from) {
    record Made(long ticket, String number, String recipient) {}
    return sql.sql(
            """
            select ticket, number, recipient
              from helpdesk.outgoing join helpdesk.ticket on ticket.id = outgoing.ticket
             where token = :token limit 1\
            """)
        .param("token", token)
        .query((row, number) ->
            new Made(row.getLong("ticket"), row.getString("number"), row.getString("recipient")))
        .optional()
        .filter(made -> equal(token, replyAddress.token(made.ticket(), made.recipient())))
        .flatMap(made ->
            tickets
                .find(made.number())
                .map(ticket -> new Found(ticket, made.recipient().equals(from.address()))));
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private Optional<Ticket> byForeignReference(ReadMail mail, MailAddress from) {
    return number(
            """
            select number from helpdesk.mail join helpdesk.ticket on ticket.id = mail.ticket
             where message_id = any(:refs) and became in ('TICKET', 'SAID')
             order by array_position(cast(:refs as text[]), message_id) limit 1\
            """,
            mail.references())
        .or(() -> answeredBefore(mail))
        .filter(ticket -> takesPart(from, ticket));
  }

  /// A mail that answers this one came first.
  private Optional<Ticket> answeredBefore(ReadMail mail) {
    return mail.messageId().isEmpty()
        ? Optional.empty()
        : number(
            """
            select number from helpdesk.mail join helpdesk.ticket on ticket.id = mail.ticket
             where refs @> cast(:refs as text[]) and became in ('TICKET', 'SAID')
             order by arrived limit 1\
            """,
            List.of(mail.messageId()));
  }

  private Optional<Ticket> bySubject(ReadMail mail, MailAddress from) {
    return SubjectMark.number(mail.subject())
        .flatMap(tickets::find)
        .filter(ticket -> takesPart(from, ticket));
  }

  private Optional<Ticket> number(String select, List<String> refs) {
    return refs.isEmpty()
        ? Optional.empty()
        : sql.sql(select)
            .param("refs", refs.toArray(String[]::new))
            .query(String.class)
            .optional()
            .flatMap(tickets::find);
  }

  /// The caller, whoever watches it, whoever wrote or was written to.
  boolean takesPart(MailAddress from, Ticket ticket) {
    return sql.sql(
            """
            select exists (select 1 from helpdesk.ticket
                            where id = :ticket and lower(caller_email) = :address)
                or exists (select 1 from helpdesk.mail
                            where ticket = :ticket and sender = :address
                              and became in ('TICKET', 'SAID'))
                or exists (select 1 from helpdesk.outgoing
                            where ticket = :ticket and recipient = :address)
                or exists (select 1 from helpdesk.watcher
                             join directory.person on person.id = watcher.person
                            where ticket = :ticket and lower(email) = :address)\
            """)
        .param("ticket", ticket.id())
        .param("address", from.address())
        .query(Boolean.class)
        .single();
  }

  /// Whether this address was sent an alert about the ticket, and is not its caller's.
  boolean isColleague(MailAddress from, Ticket ticket) {
    return !from.address().equalsIgnoreCase(ticket.caller().email())
        && sql.sql(
                """
                select exists (select 1 from helpdesk.outgoing
                                where ticket = :ticket and recipient = :address and alert <> '')\
                """)
            .param("ticket", ticket.id())
            .param("address", from.address())
            .query(Boolean.class)
            .single();
  }

  /// Whether somebody of the directory, or an earlier caller, has this address.
  boolean isKnown(MailAddress from) {
    return sql.sql(
            """
            select exists (select 1 from directory.person where lower(email) = :address)
                or exists (select 1 from helpdesk.ticket where lower(caller_email) = :address)\
            """)
        .param("address", from.address())
        .query(Boolean.class)
        .single();
  }
}
