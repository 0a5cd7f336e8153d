package dev.linchpin.helpdesk.mail;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.mail.KeptMail.Became;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Every mail that came, as it came.
@Repository
public class Mails {
  private static final String SELECT =
      """
      select mail.id, mailbox.address, arrived, sender, sender_name, verified, subject, became,
             reason, ticket.number, folded, left_out, message
        from helpdesk.mail
        left join helpdesk.mailbox on mailbox.id = mail.mailbox
        left join helpdesk.ticket on ticket.id = mail.ticket
      """;

  private final JdbcClient sql;

  public Mails(JdbcClient sql) {
    this.sql = sql;
  }

  /// What is written down of a mail.
  ///
  /// @param ticket id of its row; null for none
  @SuppressWarnings("ArrayRecordComponent") // the bytes go to the database and nowhere else
  record Row(
      UUID id,
      @Nullable UUID mailbox,
      String delivery,
      Instant arrived,
      ReadMail mail,
      boolean verified,
      Became became,
      String reason,
      @Nullable Long ticket,
      @Nullable UUID message,
      String folded,
      List<String> leftOut,
      byte @Nullable [] raw) {}

  void add(Row row) {
    MailAddress from = row.mail().from();
    sql.sql(
            """
            insert into helpdesk.mail
                   (id, mailbox, delivery, arrived, fingerprint, message_id, refs, sender,
                    sender_name, verified, subject, became, reason, ticket, message, folded,
                    left_out, raw)
            values (:id, :mailbox, :delivery, :arrived, :fingerprint, :messageId, :refs, :sender,
                    :senderName, :verified, :subject, :became, :reason, :ticket, :message, :folded,
                    :leftOut, :raw)\
            """)
        .param("id", row.id())
        .param("mailbox", row.mailbox())
        .param("delivery", row.delivery())
        .param("arrived", Timestamp.from(row.arrived()))
        .param("fingerprint", row.mail().fingerprint())
        .param("messageId", row.mail().messageId())
        .param("refs", row.mail().references().toArray(String[]::new))
        .param("sender", from == null ? "" : from.address())
        .param("senderName", from == null ? "" : from.name())
        .param("verified", row.verified())
        .param("subject", row.mail().subject())
        .param("became", row.became().name())
        .param("reason", row.reason())
        .param("ticket", row.ticket())
        .param("message", row.message())
        .param("folded", row.folded())
        .param("leftOut", row.leftOut().toArray(String[]::new))
        .param("raw", row.raw())
        .update();
  }

  /// The row of this very delivery.
  Optional<UUID> delivered(String delivery) {
    return sql.sql("select id from helpdesk.mail where delivery = :delivery")
        .param("delivery", delivery)
        .query(UUID.class)
        .optional();
  }

  /// The row of the same mail, delivered before in whatever way. A mail with neither Message-ID nor
  /// date is never the same: a printer may say "toner low" every week.
  Optional<UUID> same(ReadMail mail) {
    if (mail.messageId().isEmpty() && mail.date() == null) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select id from helpdesk.mail
             where fingerprint = :fingerprint and message_id = :messageId
               and became <> 'DUPLICATE' limit 1\
            """)
        .param("fingerprint", mail.fingerprint())
        .param("messageId", mail.messageId())
        .query(UUID.class)
        .optional();
  }

  /// Only one mail of a sender is taken at a time, on all nodes, until this transaction ends.
  void lockSender(String sender) {
    sql.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) as locked")
        .param("key", "mail from " + sender)
        .query(Integer.class)
        .single();
  }

  public Optional<KeptMail> find(UUID id) {
    return sql.sql(SELECT + " where mail.id = :id").param("id", id).query(Mails::row).optional();
  }

  /// The mail as it came; empty when it is gone.
  public Optional<byte[]> raw(UUID id) {
    return sql.sql("select raw from helpdesk.mail where id = :id and raw is not null")
        .param("id", id)
        .query((row, number) -> row.getBytes("raw"))
        .optional();
  }

  /// Whether a mail belongs to a ticket: it is behind one of its messages.
  public boolean isOn(Ticket ticket, UUID mail) {
    return of(ticket).values().stream().anyMatch(one -> one.id().equals(mail));
  }

  /// What lies aside, the newest first.
  public List<KeptMail> aside(Became became, int limit) {
    return sql.sql(
            SELECT
                + """
                 where became = :became and became in ('WAITING', 'QUARANTINED', 'IGNORED')
                 order by arrived desc, mail.id limit :limit\
                """)
        .param("became", became.name())
        .param("limit", limit)
        .query(Mails::row)
        .list();
  }

  /// How many became what, since a moment.
  public Map<Became, Integer> counts(Instant since) {
    var counts = new LinkedHashMap<Became, Integer>();
    sql.sql(
            """
            select became, count(*) as many from helpdesk.mail where arrived >= :since
             group by became order by became\
            """)
        .param("since", Timestamp.from(since))
        .query(row -> {
          counts.put(Became.valueOf(row.getString("became")), row.getInt("many"));
        });
    return counts;
  }

  /// The mails behind a ticket's messages, by message.
  Map<UUID, KeptMail> of(Ticket ticket) {
    var all = new LinkedHashMap<UUID, KeptMail>();
    sql.sql(
            SELECT
                + """
                 where message in (select id from helpdesk.message where ticket = :ticket)\
                """)
        .param("ticket", ticket.id())
        .query(row -> {
          all.put(row.getObject("message", UUID.class), row(row, 0));
        });
    return all;
  }

  /// What became of a mail that lay aside.
  void decided(
      UUID id, Became became, @Nullable Long ticket, @Nullable UUID message, String folded) {
    sql.sql(
            """
            update helpdesk.mail
               set became = :became, ticket = :ticket, message = :message, folded = :folded,
                   raw = case when :became = 'THROWN_AWAY' then null else raw end
             where id = :id\
            """)
        .param("id", id)
        .param("became", became.name())
        .param("ticket", ticket)
        .param("message", message)
        .param("folded", folded)
        .update();
  }

  private static KeptMail row(ResultSet row, int number) throws SQLException {
    Array leftOut = row.getArray("left_out");
    String mailbox = row.getString("address");
    return new KeptMail(
        row.getObject("id", UUID.class),
        mailbox == null ? "" : mailbox,
        row.getTimestamp("arrived").toInstant(),
        row.getString("sender"),
        row.getString("sender_name"),
        row.getBoolean("verified"),
        row.getString("subject"),
        Became.valueOf(row.getString("became")),
        row.getString("reason"),
        row.getString("number"),
        row.getString("folded"),
        List.of((String[]) leftOut.getArray()));
  }
}
