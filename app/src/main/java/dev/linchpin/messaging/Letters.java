package dev.linchpin.messaging;

import dev.linchpin.platform.Retries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/*
 * A letter is claimed before it is sent and marked afterwards, each in a transaction of its own.
 * Who dies in between leaves a claim that ends by itself; the letter is then sent again with the
 * same Message-ID, by which receivers know it.
 */
/// Letters that wait, went out, or were lost.
@Repository
public class Letters {
  private static final Retries RETRIES = Retries.OF_MAIL;

  private final JdbcClient sql;
  private final JdbcTemplate batches;
  private final ApplicationEventPublisher facts;

  public Letters(JdbcTemplate batches, ApplicationEventPublisher facts) {
    this.batches = batches;
    this.sql = JdbcClient.create(batches);
    this.facts = facts;
  }

  /// A letter somebody is about to send.
  ///
  /// @param id stands in its Message-ID
  /// @param tries this one counted
  public record Claimed(UUID id, Letter letter, int tries) {}

  /// Lets a letter wait until it can go out.
  ///
  /// @return false when a letter of that name waits or went out already
  public boolean post(Letter letter, Instant now) {
    return post(List.of(letter), now) == 1;
  }

  /// Lets many letters wait; those whose names are known already are not written again.
  ///
  /// @return how many were written
  public int post(List<Letter> letters, Instant now) {
    Timestamp at = Timestamp.from(now);
    int[] written =
        batches.batchUpdate(
            """
            insert into messaging.letter (id, once, recipient, subject, text, stop, made_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (once) do nothing\
            """,
            letters.stream()
                .map(letter ->
                    new Object[] {
                      UUID.randomUUID(),
                      letter.once(),
                      letter.recipient(),
                      letter.subject(),
                      letter.text(),
                      letter.stop(),
                      at,
                      at
                    })
                .toList());
    return IntStream.of(written).filter(count -> count > 0).sum();
  }

  /// Takes letters back that have not gone out and that nobody is sending.
  ///
  /// @return those for which it was not too late
  public Set<String> takeBack(Collection<String> names, Instant now) {
    return names.isEmpty()
        ? Set.of()
        : Set.copyOf(
            sql.sql(
                    """
                    delete from messaging.letter
                     where once = any(:names) and sent_at is null
                       and (claimed_until is null or claimed_until < :now)
                    returning once\
                    """)
                .param("names", names.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .query((row, _) -> row.getString("once"))
                .list());
  }

  /// The next one that is due, for this node alone for a while.
  public Optional<Claimed> claim(Instant now) {
    return sql.sql(
            """
            update messaging.letter set claimed_until = :until, tries = tries + 1
             where id = (select id from messaging.letter
                          where sent_at is null and failed_at is null and due_at <= :now
                            and (claimed_until is null or claimed_until < :now)
                          order by due_at, made_at, id limit 1 for update skip locked)
            returning id, once, recipient, subject, text, stop, tries\
            """)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(RETRIES.claim())))
        .query(Letters::claimed)
        .optional();
  }

  private static Claimed claimed(ResultSet row, int number) throws SQLException {
    return new Claimed(
        row.getObject("id", UUID.class),
        new Letter(
            row.getString("once"),
            row.getString("recipient"),
            row.getString("subject"),
            row.getString("text"),
            row.getString("stop")),
        row.getInt("tries"));
  }

  /// The mail server took it.
  @Transactional
  public void sent(Claimed claimed, Instant now) {
    sql.sql(
            """
            update messaging.letter
               set sent_at = :now, failure = '', claimed_until = null where id = :id\
            """)
        .param("id", claimed.id())
        .param("now", Timestamp.from(now))
        .update();
    facts.publishEvent(new LetterSent(claimed.letter().once(), now));
  }

  /// The mail server did not take it; it is tried again later, each time after twice as long.
  ///
  /// @param hopeless whether trying again is of no use
  @Transactional
  public void refused(Claimed claimed, String sentence, boolean hopeless, Instant now) {
    RETRIES
        .after(claimed.tries())
        .filter(_ -> !hopeless)
        .ifPresentOrElse(
            wait -> later(claimed.id(), sentence, now.plus(wait)),
            () -> lose(claimed.id(), sentence, now));
  }

  /// Nothing can be sent now, and this letter is not to blame: the try does not count.
  @Transactional
  public void putBack(Claimed claimed, Instant due) {
    sql.sql("update messaging.letter set tries = tries - 1 where id = :id")
        .param("id", claimed.id())
        .update();
    later(claimed.id(), "", due);
  }

  /// Letters of ours that came back.
  ///
  /// @param ids as they stand in the Message-IDs of a report
  /// @return the address that does not work; empty when none of the letters is ours
  @Transactional
  public Optional<String> cameBack(Collection<UUID> ids, String sentence, Instant now) {
    return ids.stream().flatMap(id -> lose(id, sentence, now).stream()).reduce((_, last) -> last);
  }

  /// The owner of an address that mail came back from wrote.
  public void works(String address) {
    facts.publishEvent(new AddressWorks(address.toLowerCase(Locale.ROOT)));
  }

  private Optional<String> lose(UUID id, String sentence, Instant now) {
    Optional<LetterLost> lost =
        sql.sql(
                """
                update messaging.letter
                   set failed_at = :now, failure = :failure, claimed_until = null where id = :id
                returning once, recipient\
                """)
            .param("id", id)
            .param("now", Timestamp.from(now))
            .param("failure", sentence)
            .query((row, _) ->
                new LetterLost(row.getString("once"), row.getString("recipient"), sentence, now))
            .optional();
    lost.ifPresent(facts::publishEvent);
    return lost.map(LetterLost::recipient);
  }

  private void later(UUID id, String sentence, Instant due) {
    sql.sql(
            """
            update messaging.letter
               set due_at = :due, failure = :failure, claimed_until = null where id = :id\
            """)
        .param("id", id)
        .param("due", Timestamp.from(due))
        .param("failure", sentence)
        .update();
  }

  /// How many went out since a moment.
  public int sentSince(Instant since) {
    return sql.sql("select count(*) from messaging.letter where sent_at > :since")
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /// Blanks what was written to an address: somebody asked to be forgotten. What waits is not sent.
  public void forget(String address) {
    sql.sql("delete from messaging.letter where recipient = :address and sent_at is null")
        .param("address", address.toLowerCase(Locale.ROOT))
        .update();
    sql.sql("update messaging.letter set recipient = '', text = '' where recipient = :address")
        .param("address", address.toLowerCase(Locale.ROOT))
        .update();
  }
}
