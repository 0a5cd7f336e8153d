package dev.linchpin.answers;

import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.NotYours;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.platform.Audit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people say about an answer: that they told it to somebody, that it looks wrong, that it is
/// right after all.
@Component
public class Telling {
  private final Access access;
  private final AnswerBook book;
  private final Promises promises;
  private final Hearers hearers;
  private final People people;
  private final Doubts doubts;
  private final Audit audit;

  Telling(
      Access access,
      AnswerBook book,
      Promises promises,
      Hearers hearers,
      People people,
      Doubts doubts,
      Audit audit) {
    this.access = access;
    this.book = book;
    this.promises = promises;
    this.hearers = hearers;
    this.people = people;
    this.doubts = doubts;
    this.audit = audit;
  }

  /// A date that somebody was told.
  ///
  /// @param toldTo as the teller writes it: "Mia in Sales"
  /// @param mail where a correction goes; may be empty
  public record Told(String toldTo, String mail, Channel channel, LocalDate by) {}

  /// Keeps that somebody was told a date.
  ///
  /// @param once what makes a repeated request the same one; null when nothing does
  /// @throws NotThere when there is no such thing for this person to read
  /// @throws NotYours when this person may not promise
  @Transactional
  public Promise promise(Who who, Ref ref, Told told, @Nullable String once) {
    access.require(who, Permission.PROMISE);
    AskedAt asked = book.asked(who);
    AnswerFacts facts = book.facts(who, ref, asked);
    Answer answer = Answer.of(facts, asked);
    var promise =
        new Promise(
            UUID.randomUUID(),
            ref,
            hearer(told),
            told.channel(),
            told.by(),
            answer.say(),
            chance(facts, answer, told.by()),
            facts.forecast(),
            answer.state(),
            asked.instant().truncatedTo(ChronoUnit.MICROS), // as the database keeps it
            who.name(),
            asked.zone());
    return promises.add(promise, who.account(), once);
  }

  /// Keeps that somebody was told what an answer says, by whatever channel. Rights are the
  /// channel's: who may hear this answer.
  ///
  /// @param once what makes a repeated telling of the same teller the same one; null when nothing
  ///   does
  /// @return the promise; empty when the answer names no date, and when a page or a feed shows them
  ///   again what they were told last
  @Transactional
  public Optional<Promise> tell(
      Hearer to,
      Answer answer,
      Channel channel,
      Teller teller,
      AskedAt asked,
      @Nullable String once) {
    LocalDate by = answer.by();
    Ref ref = Ref.parse(answer.ref()).orElseThrow();
    if (by == null || channel.isRead() && isBelieved(to, ref, by)) {
      return Optional.empty();
    }
    Double chance = answer.chance();
    var promise =
        new Promise(
            UUID.randomUUID(),
            ref,
            to,
            channel,
            by,
            answer.say(),
            chance == null ? null : Chance.of(chance),
            answer.forecast(),
            answer.state(),
            asked.instant().truncatedTo(ChronoUnit.MICROS),
            teller.name(),
            asked.zone());
    return Optional.of(promises.add(promise, teller.account(), once));
  }

  /// Somebody for whom we plan looks at an answer: what it says is told to them. Those who tell
  /// dates to others know that they move.
  @Transactional
  public void read(Who who, Answer answer, AskedAt asked) {
    if (!maySee(who) && !who.email().isEmpty()) {
      Hearer reader = hearers.withMail(who.name(), who.email());
      tell(reader, answer, Channel.PAGE, Teller.LINCHPIN, asked, null);
    }
  }

  private boolean isBelieved(Hearer to, Ref ref, LocalDate by) {
    return promises.believed(to, ref).filter(told -> told.by().equals(by)).isPresent();
  }

  /// Whom the teller means: a person of the directory, when only one has that name.
  private Hearer hearer(Told told) {
    String name = told.toldTo().strip();
    if (!told.mail().isBlank()) {
      return hearers.withMail(name, told.mail());
    }
    List<Person> known = people.named(name);
    return known.size() == 1 ? hearers.of(known.getFirst()) : hearers.named(name);
  }

  /// Who was told, for those who may see it; empty for the others.
  public List<Promise> told(Who who, Ref ref) {
    return maySee(who) ? promises.about(ref) : List.of();
  }

  /// @throws NotThere when there is no such promise, or not for this person to read
  public Promise promise(Who who, UUID id) {
    var absent = new NotThere("There is no promise named " + id + ".");
    Promise promise = promises.find(id).filter(found -> maySee(who)).orElseThrow(() -> absent);
    try {
      book.facts(who, promise.ref(), book.asked(who));
      return promise;
    } catch (NotThere no) {
      throw absent;
    }
  }

  /// Says that the answer looks wrong.
  ///
  /// @throws NotThere when there is no such thing for this person to read
  @Transactional
  public Doubt doubt(Who who, Ref ref, String text) {
    access.require(who, Permission.ASK);
    AskedAt asked = book.asked(who);
    book.facts(who, ref, asked);
    var doubt = new Doubt(UUID.randomUUID(), ref, text.strip(), asked.instant(), who.name());
    doubts.add(doubt, who.account());
    audit.add(who.name(), "doubted an answer", ref.toString(), doubt.text());
    return doubt;
  }

  /// Settles a doubt: the answer names its date again.
  ///
  /// @param found what was found
  /// @throws NotThere when there is no such doubt for this person to read
  /// @throws NotYours when this person is neither the go-to nor may change the project
  @Transactional
  public Doubt settle(Who who, UUID id, String found) {
    var absent = new NotThere("There is no doubt named " + id + ".");
    Doubt doubt = doubts.find(id).orElseThrow(() -> absent);
    AskedAt asked = book.asked(who);
    AnswerFacts facts;
    try {
      facts = book.facts(who, doubt.ref(), asked);
    } catch (NotThere no) {
      throw absent;
    }
    if (!book.maySettle(who, facts)) {
      throw new NotYours("Only the go-to or a project manager can settle this.");
    }
    doubts.settle(doubt, found, who, asked.instant());
    audit.add(who.name(), "settled a doubt", doubt.ref().toString(), found);
    return doubt;
  }

  /// @throws NotYours when this person may not read who was told what
  public void requireReads(Who who) {
    if (!maySee(who)) {
      access.require(who, Permission.PROMISE);
    }
  }

  private boolean maySee(Who who) {
    return access.may(who, Permission.PROMISE) || access.may(who, Permission.READ_AUDIT);
  }

  private static @Nullable Chance chance(AnswerFacts facts, Answer answer, LocalDate by) {
    if (facts.situation() instanceof Situation.Running(_, Dates dates, _) && dates != null) {
      return dates.chanceBy(by);
    }
    return answer.chance() != null && by.equals(answer.by()) ? Chance.of(answer.chance()) : null;
  }
}
