package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Message;
import dev.linchpin.helpdesk.Messages;
import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.platform.Retries;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/*
 * A mail is claimed before it is sent and marked afterwards, each in a transaction of its own. Who
 * dies in between leaves a claim that ends by itself; the mail is then sent again with the same
 * Message-ID, by which receivers know it. SMTP has no way to be surer than that.
 */
/// Mail that waits to go out, in the order in which it was written.
@Repository
public class Outbox {
  private static final Retries RETRIES = Retries.OF_MAIL;
  private static final Duration TOO_OLD = Duration.ofDays(3);
  private static final int RANDOM_BYTES = 10;

  private final JdbcClient sql;
  private final Messages messages;
  private final ReplyAddress replyAddress;
  private final SecureRandom random = new SecureRandom();

  Outbox(JdbcClient sql, Messages messages, ReplyAddress replyAddress) {
    this.sql = sql;
    this.messages = messages;
    this.replyAddress = replyAddress;
  }

  /// How much waits, went out, and did not.
  public record Counts(int waiting, int lastDay, int failed) {}

  /// Takes over the answers that agents wrote since. What is days old by then, because no mail
  /// server was set, is not sent any more: nobody expects it.
  ///
  /// @param host stands behind the "@" of Message-IDs
  @Transactional
  public void collect(String host, Instant now) {
    sql.sql(
            """
            update helpdesk.message set delivery = 'FAILED'
             where delivery = 'TO_SEND' and at < :old
               and not exists (select 1 from helpdesk.outgoing
                                where outgoing.message = message.id)\
            """)
        .param("old", Timestamp.from(now.minus(TOO_OLD)))
        .update();
    record Said(UUID message, long ticket, String number, String recipient) {}
    List<Said> all =
        sql.sql(
                """
                select message.id, ticket.id as ticket, ticket.number, lower(caller_email) as to
                  from helpdesk.message join helpdesk.ticket on ticket.id = message.ticket
                 where delivery = 'TO_SEND' and caller_email <> ''
                   and not exists (select 1 from helpdesk.outgoing
                                    where outgoing.message = message.id)
                 order by message.at, message.id limit 500\
                """)
            .query((row, number) ->
                new Said(
                    row.getObject("id", UUID.class),
                    row.getLong("ticket"),
                    row.getString("number"),
                    row.getString("to")))
            .list();
    all.forEach(one -> add(one.ticket(), one.number(), one.message(), one.recipient(), host, now));
  }

  /// @param message null for what is automatic
  /// @return false when this message waits or went out already
  boolean add(
      long ticket,
      String number,
      @Nullable UUID message,
      String recipient,
      String host,
      Instant now) {
    return add(ticket, number, message, recipient, "", false, host, now);
  }

  /// Tells a person something about a ticket: whoever answers writes a note on it.
  void alert(
      Ticket ticket, String recipient, String alert, boolean onCall, String host, Instant now) {
    add(ticket.id(), ticket.number(), null, recipient, alert, onCall, host, now);
  }

  private boolean add(
      long ticket,
      String number,
      @Nullable UUID message,
      String recipient,
      String alert,
      boolean onCall,
      String host,
      Instant now) {
    byte[] chance = new byte[RANDOM_BYTES];
    random.nextBytes(chance);
    return sql.sql(
                """
                insert into helpdesk.outgoing
                       (id, ticket, message, recipient, alert, on_call, message_id, answers, token,
                        made_at, due_at)
                select :id, :ticket, :message, :recipient, :alert, :onCall,
                       '<lp.' || :number || '.' || count(*) + 1 || '.' || :chance || '@' || :host
                         || '>',
                       coalesce((select message_id from helpdesk.mail
                                  where ticket = :ticket and sender = :recipient
                                    and became in ('TICKET', 'SAID')
                                  order by arrived desc limit 1), ''),
                       :token, :now, :now
                  from helpdesk.outgoing where ticket = :ticket
                on conflict (message) do nothing\
                """)
            .param("id", UUID.randomUUID())
            .param("ticket", ticket)
            .param("message", message)
            .param("recipient", recipient)
            .param("alert", alert)
            .param("onCall", onCall)
            .param("number", number.replaceAll("[^A-Za-z0-9]", ""))
            .param("chance", HexFormat.of().formatHex(chance))
            .param("host", host)
            .param("token", replyAddress.token(ticket, recipient))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// The next one that is due, for this node alone for a while.
  Optional<Outgoing> claim(Instant now) {
    return sql.sql(
            """
            update helpdesk.outgoing as o
               set claimed_until = :until, tries = tries + 1
              from helpdesk.ticket
             where ticket.id = o.ticket and o.id =
                   (select id from helpdesk.outgoing
                     where sent_at is null and failed_at is null and due_at <= :now
                       and (claimed_until is null or claimed_until < :now)
                     order by made_at, id limit 1 for update skip locked)
            returning o.id, ticket.number, o.message, o.recipient, o.message_id, o.answers, o.token,
                      o.tries, o.alert, o.on_call\
            """)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(RETRIES.claim())))
        .query(Outbox::row)
        .optional();
  }

  private static Outgoing row(ResultSet row, int number) throws SQLException {
    return new Outgoing(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("message", UUID.class),
        row.getString("recipient"),
        row.getString("message_id"),
        row.getString("answers"),
        row.getString("token"),
        row.getInt("tries"),
        row.getString("alert"),
        row.getBoolean("on_call"));
  }

  @Transactional
  public void sent(UUID id, Instant now) {
    sql.sql(
            """
            update helpdesk.outgoing
               set sent_at = :now, failure = '', claimed_until = null where id = :id\
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
    message(id).ifPresent(message -> messages.went(message, Message.Delivery.SENT));
  }

  /// The server did not take it; it is tried again later, each time after twice as long.
  ///
  /// @param hopeless whether trying again is of no use
  @Transactional
  public void refused(Outgoing mail, String sentence, boolean hopeless, Instant now) {
    Optional<Duration> wait = RETRIES.after(mail.tries());
    if (hopeless || wait.isEmpty()) {
      sql.sql(
              """
              update helpdesk.outgoing
                 set failed_at = :now, failure = :failure, claimed_until = null where id = :id\
              """)
          .param("id", mail.id())
          .param("now", Timestamp.from(now))
          .param("failure", sentence)
          .update();
      message(mail.id()).ifPresent(message -> messages.went(message, Message.Delivery.FAILED));
      return;
    }
    later(mail.id(), sentence, now.plus(wait.get()));
  }

  /// Nothing can be sent now, and this mail is not to blame: the try does not count.
  void putBack(Outgoing mail, Instant due) {
    sql.sql("update helpdesk.outgoing set tries = tries - 1 where id = :id")
        .param("id", mail.id())
        .update();
    later(mail.id(), "", due);
  }

  private void later(UUID id, String sentence, Instant due) {
    sql.sql(
            """
            update helpdesk.outgoing
               set due_at = :due, failure = :failure, claimed_until = null where id = :id\
            """)
        .param("id", id)
        .param("due", Timestamp.from(due))
        .param("failure", sentence)
        .update();
  }

  private Optional<UUID> message(UUID id) {
    return sql.sql("select message from helpdesk.outgoing where id = :id and message is not null")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /// How many went out since a moment.
  int sentSince(Instant since) {
    return sql.sql("select count(*) from helpdesk.outgoing where sent_at > :since")
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Automatic mails to an address since a moment.
  int automaticSince(String recipient, Instant since) {
    return sql.sql(
            """
            select count(*) from helpdesk.outgoing
             where message is null and alert = '' and recipient = :recipient and made_at > :since\
            """)
        .param("recipient", recipient)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Automatic mails to an address about one ticket since a moment.
  int automaticSince(String recipient, long ticket, Instant since) {
    return sql.sql(
            """
            select count(*) from helpdesk.outgoing
             where message is null and alert = '' and recipient = :recipient and ticket = :ticket
               and made_at > :since\
            """)
        .param("recipient", recipient)
        .param("ticket", ticket)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  public Counts counts(Instant now) {
    return sql.sql(
            """
            select (select count(*) from helpdesk.outgoing
                     where sent_at is null and failed_at is null)
                 + (select count(*) from helpdesk.message
                     where delivery = 'TO_SEND'
                       and not exists (select 1 from helpdesk.outgoing
                                        where outgoing.message = message.id)) as waiting,
                   (select count(*) from helpdesk.outgoing where sent_at > :day) as sent,
                   (select count(*) from helpdesk.outgoing
                     where failed_at is not null and sent_at is null) as failed\
            """)
        .param("day", Timestamp.from(now.minus(Duration.ofDays(1))))
        .query((row, number) ->
            new Counts(row.getInt("waiting"), row.getInt("sent"), row.getInt("failed")))
        .single();
  }

  /// All that the server did not take is tried again, now; what came back is not.
  ///
  /// @return how many
  @Transactional
  public int again(Instant now) {
    sql.sql(
            """
            update helpdesk.message set delivery = 'TO_SEND'
             where id in (select message from helpdesk.outgoing
                           where failed_at is not null and sent_at is null)\
            """)
        .update();
    return sql.sql(
            """
            update helpdesk.outgoing
               set failed_at = null, tries = 0, due_at = :now
             where failed_at is not null and sent_at is null\
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  /// What went wrong with a ticket's messages, in sentences.
  Map<UUID, String> failures(Ticket ticket) {
    var all = new LinkedHashMap<UUID, String>();
    sql.sql(
            """
            select message, failure from helpdesk.outgoing
             where ticket = :ticket and message is not null and failure <> ''\
            """)
        .param("ticket", ticket.id())
        .query(row -> {
          all.put(row.getObject("message", UUID.class), row.getString("failure"));
        });
    return all;
  }
}
