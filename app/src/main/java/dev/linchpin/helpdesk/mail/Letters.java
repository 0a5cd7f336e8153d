package dev.linchpin.helpdesk.mail;

import static dev.linchpin.platform.Checks.require;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Mail of ours that belongs to no ticket. It goes out through the same outbox, behind the answers
/// on tickets, and so slowly that it never stops them.
@Repository
public class Letters {
  private static final int SUBJECT_MAX = 200;
  private static final int TEXT_MAX = 20_000;
  private static final int RANDOM_BYTES = 10;

  private final JdbcClient sql;
  private final MailSettings settings;
  private final SecureRandom random;

  public Letters(JdbcClient sql, MailSettings settings, SecureRandom random) {
    this.sql = sql;
    this.settings = settings;
    this.random = random;
  }

  /// What somebody is told.
  ///
  /// @param to one plain address
  /// @param text plain
  /// @param stop address that ends such letters with one POST, for `List-Unsubscribe`; empty where
  ///   nothing can be ended
  /// @param once the same key is the same letter, however often it is added
  public record Letter(String to, String subject, String text, String stop, String once) {
    public Letter {
      to = new MailAddress("", to).address();
      subject = PlainText.line(subject, SUBJECT_MAX);
      require(!subject.isBlank(), "A letter has a subject.");
      require(!text.isBlank(), "A letter has a text.");
      require(text.length() <= TEXT_MAX, "A letter has at most %d characters.", TEXT_MAX);
      require(!once.isBlank(), "A letter has a key.");
    }
  }

  /// Whether this reads as a mail address.
  public static boolean isAddress(String text) {
    return MailAddress.isAddress(text);
  }

  /// Whether a mail server is set; without one letters wait.
  public boolean go() {
    return settings.get().out().isSet();
  }

  /// Puts a letter into the outbox, in the caller's transaction.
  ///
  /// @return false when it is there already
  @Transactional
  public boolean add(Letter letter, Instant now) {
    var id = UUID.randomUUID();
    int added =
        sql.sql(
                """
                insert into helpdesk.letter (id, subject, text, stop, once)
                values (:id, :subject, :text, :stop, :once) on conflict (once) do nothing\
                """)
            .param("id", id)
            .param("subject", letter.subject())
            .param("text", letter.text())
            .param("stop", letter.stop())
            .param("once", letter.once())
            .update();
    if (added == 0) {
      return false;
    }
    byte[] chance = new byte[RANDOM_BYTES];
    random.nextBytes(chance);
    String host = MailSender.host(settings.get());
    return sql.sql(
                """
                insert into helpdesk.outgoing
                       (id, letter, recipient, message_id, token, made_at, due_at)
                values (:id, :id, :to, :message, '', :now, :now)\
                """)
            .param("id", id)
            .param("to", letter.to())
            .param("message", "<lp.letter." + HexFormat.of().formatHex(chance) + "@" + host + ">")
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /// Addresses among these that cannot be reached, and why, in a sentence: mail to them came back,
  /// or the mail server refused the last letter for good.
  public Map<String, String> unreachable(Collection<String> addresses) {
    var all = new LinkedHashMap<String, String>();
    sql.sql(
            """
            select address, 'Mail to it came back. ' || why as why from helpdesk.bounced_address
             where address = any(:some)
            union all
            select recipient, failure from (
              select distinct on (recipient) recipient, failure, failed_at from helpdesk.outgoing
               where recipient = any(:some) and letter is not null
               order by recipient, made_at desc, id) as last
             where failed_at is not null\
            """)
        .param("some", addresses.toArray(String[]::new))
        .query(row -> {
          all.putIfAbsent(row.getString("address"), row.getString("why").strip());
        });
    return all;
  }
}
