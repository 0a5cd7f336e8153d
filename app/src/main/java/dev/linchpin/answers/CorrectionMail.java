package dev.linchpin.answers;

import dev.linchpin.answers.CorrectionWords.Line;
import dev.linchpin.messaging.AddressWorks;
import dev.linchpin.messaging.Letter;
import dev.linchpin.messaging.LetterLost;
import dev.linchpin.messaging.LetterSent;
import dev.linchpin.messaging.Letters;
import dev.linchpin.planning.AskedAt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/*
 * One letter to one person holds all of their lines. It leaves when every line is approved, or a
 * day after the first approval with those that are: nobody believes a wrong date for days because
 * somebody else has not decided. The letter is named after its lines, so two nodes that write it at
 * once write one; and the person's row is locked while it is written.
 */
/// Writes the letters with approved corrections, and notes what became of them.
@Component
public class CorrectionMail {
  static final Duration PATIENCE = Duration.ofDays(1);
  private static final int AT_ONCE = 2_000;
  private static final String PREFIX = "correction ";

  private final Drifts drifts;
  private final LeavingLines leaving;
  private final Promises promises;
  private final Hearers hearers;
  private final Letters letters;
  private final AnswerBook book;
  private final TransactionTemplate transaction;

  CorrectionMail(
      Drifts drifts,
      LeavingLines leaving,
      Promises promises,
      Hearers hearers,
      Letters letters,
      AnswerBook book,
      TransactionTemplate transaction) {
    this.drifts = drifts;
    this.leaving = leaving;
    this.promises = promises;
    this.hearers = hearers;
    this.letters = letters;
    this.book = book;
    this.transaction = transaction;
  }

  /// Writes the letters of everybody whose lines are approved.
  ///
  /// @return how many letters
  public int send() {
    AskedAt asked = book.asked(Teller.READER);
    int written = 0;
    int some;
    do {
      some = Objects.requireNonNull(transaction.execute(_ -> sendSome(asked)));
      written += some;
    } while (some > 0);
    return written;
  }

  private int sendSome(AskedAt asked) {
    Instant now = asked.instant();
    List<Drift> lines = leaving.ready(now, now.minus(PATIENCE), AT_ONCE);
    Map<String, String> titles =
        book.titles(Teller.READER, lines.stream().map(Drift::ref).toList());
    Map<UUID, List<Drift>> byHearer =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    drift -> drift.hearer().id(), LinkedHashMap::new, Collectors.toList()));
    Map<String, List<Drift>> named = new LinkedHashMap<>();
    byHearer.values().forEach(mine -> named.put(name(mine), mine));
    letters.post(
        named.entrySet().stream()
            .map(one -> letter(one.getKey(), one.getValue(), titles, asked))
            .toList(),
        now);
    leaving.sending(named);
    return named.size();
  }

  /// The same lines make the same name.
  private static String name(List<Drift> lines) {
    String all =
        lines.stream()
            .map(line -> line.id() + " " + line.version())
            .sorted()
            .collect(Collectors.joining(","));
    return PREFIX + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
  }

  private static Letter letter(
      String name, List<Drift> lines, Map<String, String> titles, AskedAt asked) {
    Hearer to = lines.getFirst().hearer();
    List<Line> said =
        lines.stream()
            .map(line ->
                new Line(
                    titles.getOrDefault(line.ref().toString(), line.ref().toString()),
                    toldOn(line, asked),
                    line.promise().by(),
                    line.words()))
            .toList();
    return Letter.of(
        name,
        to.mail(),
        CorrectionWords.subject(lines.size()),
        CorrectionWords.letter(to, said, asked.today()));
  }

  private static LocalDate toldOn(Drift line, AskedAt asked) {
    return line.promise().toldAt().atZone(asked.zone()).toLocalDate();
  }

  /// They know it: what the letter said is what they believe now.
  @EventListener
  void on(LetterSent sent) {
    if (sent.once().startsWith(PREFIX)) {
      for (LeavingLines.Gone line : leaving.sent(sent.once(), sent.at())) {
        drifts
            .promiseOf(line.drift(), Channel.MAIL, line.by().name(), sent.at())
            .ifPresent(promise ->
                promises.add(promise, line.by().account(), sent.once() + " " + line.drift().ref()));
      }
    }
  }

  @EventListener
  void on(AddressWorks news) {
    hearers.mailWorks(news.address());
  }

  /// They do not know it: somebody has to call.
  @EventListener
  void on(LetterLost lost) {
    if (lost.once().startsWith(PREFIX)) {
      hearers.mailFailed(lost.recipient(), lost.why(), lost.at());
      promises
          .toldWith(lost.once())
          .forEach(promise -> promises.unheard(promise.id(), lost.why(), lost.at()));
      leaving.lost(lost.once(), lost.at());
    }
  }
}
