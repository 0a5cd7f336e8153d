package dev.linchpin.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/*
 * A try is counted before the credential is looked at, in one statement: a thousand tries at the
 * same moment are a thousand, not one. A success takes its own count back.
 *
 * Counted are the pair of account and address, and the address alone. Nothing is counted by account
 * alone: somebody elsewhere who guesses must not lock the owner out.
 */

/// Slows down whoever guesses credentials, on every node at once.
@Component
public class Brake {
  static final int PAIR_TRIES = 5;
  static final int ADDRESS_TRIES = 100;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration WAIT_MAX = Duration.ofMinutes(15);
  private static final Duration FORGET_AFTER = Duration.ofHours(1);

  private final JdbcClient sql;
  private final InstantSource clock;

  Brake(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /// One try at a credential.
  ///
  /// @param door which check: "sign-in", "setup"
  /// @param account what was typed; empty where the credential names nobody
  record Try(String door, String account, String address) {
    String pair() {
      return Secret.hash(door + "\n" + account + "\n" + address);
    }

    String alone() {
      return Secret.hash(address);
    }
  }

  /// Counts a wrong one-time address or token, which names nobody.
  ///
  /// @return how long to wait, when there were too many
  public Optional<Duration> countWrong(String door, String address) {
    return count(new Try(door, "", address));
  }

  /// Counts this try.
  ///
  /// @return how long to wait, when it must not go on now
  Optional<Duration> count(Try one) {
    Instant now = clock.instant();
    forget(now);
    return count(one.alone(), ADDRESS_TRIES, now).or(() -> count(one.pair(), PAIR_TRIES, now));
  }

  /// Takes the count of a try back: the credential was right.
  void release(Try one) {
    sql.sql("delete from access.brake where key = :key").param("key", one.pair()).update();
    sql.sql(
            """
            update access.brake
               set failures = failures - 1,
                   closed_until = case when failures <= :tries then :now else closed_until end
             where key = :key\
            """)
        .param("key", one.alone())
        .param("tries", ADDRESS_TRIES)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private Optional<Duration> count(String key, int tries, Instant now) {
    boolean open =
        sql.sql(
                """
                insert into access.brake as b (key, failures, last_failure_at, closed_until)
                values (:key, 1, :now, :now)
                on conflict (key) do update
                   set failures = b.failures + 1,
                       last_failure_at = :now,
                       closed_until = cast(:now as timestamptz) + case
                         when b.failures + 1 < :tries then interval '0'
                         else least(
                           :most * interval '1 second',
                           :first * interval '1 second' * 2 ^ least(b.failures + 1 - :tries, 20))
                         end
                 where b.closed_until <= :now
                returning b.key\
                """)
            .param("key", key)
            .param("now", Timestamp.from(now))
            .param("tries", tries)
            .param("first", FIRST_WAIT.toSeconds())
            .param("most", WAIT_MAX.toSeconds())
            .query(String.class)
            .optional()
            .isPresent();
    return open ? Optional.empty() : Optional.of(wait(key, now));
  }

  private Duration wait(String key, Instant now) {
    return sql.sql("select closed_until from access.brake where key = :key")
        .param("key", key)
        .query(Timestamp.class)
        .optional()
        .map(until -> Duration.between(now, until.toInstant()).plusSeconds(1))
        .orElse(Duration.ofSeconds(1));
  }

  private void forget(Instant now) {
    sql.sql(
            """
            delete from access.brake where key in (
              select key from access.brake where last_failure_at < :long_ago
                 for update skip locked)\
            """)
        .param("long_ago", Timestamp.from(now.minus(FORGET_AFTER)))
        .update();
  }
}
