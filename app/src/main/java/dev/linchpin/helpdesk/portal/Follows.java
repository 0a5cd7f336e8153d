package dev.linchpin.helpdesk.portal;

import dev.linchpin.helpdesk.Ticket;
import dev.linchpin.helpdesk.Tickets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which request is behind an address that only its caller knows.
@Repository
class Follows {
  private static final int BYTES = 32;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final JdbcClient sql;
  private final SecureRandom random;
  private final Tickets tickets;

  Follows(JdbcClient sql, SecureRandom random, Tickets tickets) {
    this.sql = sql;
    this.random = random;
    this.tickets = tickets;
  }

  /// 256 random bits, in letters that an address can hold.
  String secret() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean isSecret(String text) {
    return SECRET.matcher(text).matches();
  }

  Optional<Ticket> find(String secret) {
    return sql.sql(
            """
            select number from helpdesk.follow join helpdesk.ticket on ticket.id = follow.ticket
             where secret = :secret\
            """)
        .param("secret", hash(secret))
        .query(String.class)
        .optional()
        .flatMap(tickets::find);
  }

  /// Whoever asks with the same secret at the same time waits until the first is done.
  void lock(String secret) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
        .param("key", "helpdesk.follow " + hash(secret))
        .query((row, number) -> 0)
        .list();
  }

  void add(String secret, Ticket ticket, String from, Instant at) {
    sql.sql(
            """
            insert into helpdesk.follow (secret, ticket, at, asked_from)
            values (:secret, :ticket, :at, :from)\
            """)
        .param("secret", hash(secret))
        .param("ticket", ticket.id())
        .param("at", Timestamp.from(at))
        .param("from", hash(from))
        .update();
  }

  /// How many requests came from an address of the network since then.
  int since(Instant then, String from) {
    return sql.sql("select count(*) from helpdesk.follow where asked_from = :from and at >= :then")
        .param("from", hash(from))
        .param("then", Timestamp.from(then))
        .query(Integer.class)
        .single();
  }

  /// How many messages came in on a ticket through these pages since then.
  int said(Ticket ticket, Instant then) {
    return sql.sql(
            """
            select count(*) from helpdesk.message
             where ticket = :ticket and channel = :channel and at >= :then\
            """)
        .param("ticket", ticket.id())
        .param("channel", Portal.CHANNEL)
        .param("then", Timestamp.from(then))
        .query(Integer.class)
        .single();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
