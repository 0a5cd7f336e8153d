package dev.linchpin.answers;

import dev.linchpin.answers.Beliefs.Belief;
import dev.linchpin.answers.Beliefs.Found;
import dev.linchpin.answers.Beliefs.News;
import dev.linchpin.answers.CorrectionRules.Rule;
import dev.linchpin.messaging.Letters;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.Movements.Moved;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
import dev.linchpin.planning.ProjectState;
import dev.linchpin.planning.Projects;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/*
 * What people believe is compared with what the answer card says today. An answer that names no
 * date because nobody knows (doubted, stale, too little known) decides nothing: the correction that
 * is open stays, none is made. One that names none because there is none (cancelled, on hold,
 * waiting) is news for everybody who believes a date; so is a milestone that left the plan. That
 * one is always decided by a person: a plan that was read in from a file may have lost it.
 */
/// Compares what people believe with what we know, and drafts corrections.
@Component
public class Drifting {
  private final Beliefs beliefs;
  private final CorrectionRules rules;
  private final AnswerBook book;
  private final Projects projects;
  private final Movements movements;
  private final Letters letters;

  Drifting(
      Beliefs beliefs,
      CorrectionRules rules,
      AnswerBook book,
      Projects projects,
      Movements movements,
      Letters letters) {
    this.beliefs = beliefs;
    this.rules = rules;
    this.book = book;
    this.projects = projects;
    this.movements = movements;
    this.letters = letters;
  }

  /// What one check did.
  public record Checked(int drafted, int redrafted, int withdrawn) {}

  /// Looks at every project about which somebody was told a date.
  @Transactional
  public Checked checkAll() {
    return check(beliefs.projects());
  }

  /// Looks at these projects; done twice, it changes nothing.
  @Transactional
  public Checked check(Collection<String> keys) {
    if (keys.isEmpty()) {
      return new Checked(0, 0, 0);
    }
    beliefs.inTurn();
    AskedAt asked = book.asked(Teller.READER);
    Map<String, List<Belief>> byRef =
        beliefs.of(keys).stream()
            .collect(Collectors.groupingBy(Belief::ref, LinkedHashMap::new, Collectors.toList()));
    Map<String, Known> known = known(byRef.keySet(), asked);
    Map<String, Rule> own = rules.of(keys);
    var work = new Work(asked.instant());
    byRef.forEach((ref, some) -> {
      switch (known.get(ref)) {
        case Known.Said now ->
            compare(
                some, now, own.getOrDefault(some.getFirst().project(), Rule.USUAL), asked, work);
        case Known.Over _ -> some.forEach(work::withdraw);
        case Known.Gone _ -> some.forEach(belief -> work.correct(belief, News.GONE));
        case null -> {}
      }
    });
    return work.write();
  }

  /// What we know about one thing.
  private sealed interface Known {
    /// What the card says.
    ///
    /// @param exact the day met in 8 of 10 runs; null when no date may be named
    record Said(Answer answer, @Nullable LocalDate exact, boolean isFixed, @Nullable Moved moved)
        implements Known {}

    /// Done: nothing is to be said any more.
    record Over() implements Known {}

    /// A milestone that left the plan.
    record Gone() implements Known {}
  }

  /// Nothing where nobody knows.
  private Map<String, Known> known(Collection<String> names, AskedAt asked) {
    List<Ref> refs = names.stream().flatMap(name -> Ref.parse(name).stream()).toList();
    Map<String, Moved> lastWeek = movements.sinceLastWeek(names);
    Map<String, Moved> before = movements.sinceTheOneBefore(names);
    var known = new HashMap<String, Known>(gone(refs));
    for (AnswerFacts facts : book.facts(Teller.READER, refs, asked)) {
      String ref = facts.ref().toString();
      known.remove(ref);
      Known one = known(facts, lastWeek.getOrDefault(ref, before.get(ref)), asked);
      if (one != null) {
        known.put(ref, one);
      }
    }
    return known;
  }

  /// What became of the milestones, as if none of them were in its plan any more.
  private Map<String, Known> gone(Collection<Ref> refs) {
    List<Ref.OfMilestone> parts =
        refs.stream()
            .filter(Ref.OfMilestone.class::isInstance)
            .map(Ref.OfMilestone.class::cast)
            .toList();
    Map<ProjectKey, Project> theirs =
        projects.readable(
            Teller.READER,
            parts.stream().map(part -> new ProjectKey(part.key())).collect(Collectors.toSet()));
    var gone = new HashMap<String, Known>();
    for (Ref.OfMilestone part : parts) {
      Project project = theirs.get(new ProjectKey(part.key()));
      if (project != null) {
        boolean isOver = project.state() instanceof ProjectState.Done;
        gone.put(part.toString(), isOver ? new Known.Over() : new Known.Gone());
      }
    }
    return gone;
  }

  /// Null where nobody knows anything.
  private static @Nullable Known known(AnswerFacts facts, @Nullable Moved moved, AskedAt asked) {
    Answer answer = Answer.of(facts, asked);
    return switch (answer.state()) {
      case FORECAST, FIXED_DATE_SAFE, FIXED_DATE, FIXED_DATE_AT_RISK, OVERDUE ->
          new Known.Said(answer, exact(facts, answer), isFixed(facts), moved);
      case BLOCKED, ON_HOLD, NOT_PLANNED, CANCELLED ->
          new Known.Said(answer, null, isFixed(facts), null);
      case DONE -> new Known.Over();
      case WORK_DONE, TOO_LITTLE_KNOWN, STALE, DISPUTED, GO_TO -> null;
    };
  }

  private static LocalDate exact(AnswerFacts facts, Answer answer) {
    return facts.situation() instanceof Situation.Running(_, Dates dates, _) && dates != null
        ? dates.by().toLocalDate()
        : Objects.requireNonNull(answer.by());
  }

  private static boolean isFixed(AnswerFacts facts) {
    return facts.situation() instanceof Situation.Running(Situation.FixedDate fixed, _, _)
        && fixed != null;
  }

  private void compare(List<Belief> some, Known.Said now, Rule own, AskedAt asked, Work work) {
    boolean isImportant = now.isFixed() || some.size() >= DriftRule.MANY;
    var said = new HashMap<LocalDate, News>();
    for (Belief belief : some) {
      if (isNews(belief, now, own, isImportant, asked)) {
        work.correct(
            belief, said.computeIfAbsent(belief.by(), by -> news(by, now, own.byItself(), asked)));
      } else {
        work.withdraw(belief);
      }
    }
  }

  private static boolean isNews(
      Belief belief, Known.Said now, Rule own, boolean isImportant, AskedAt asked) {
    LocalDate exact = now.exact();
    LocalDate said = now.answer().by();
    if (exact == null || said == null) {
      return true;
    }
    int later = asked.workdaysBetween(belief.by(), exact);
    int earlier = asked.workdaysBetween(said, belief.by());
    long ahead = ChronoUnit.DAYS.between(asked.today(), belief.by());
    return DriftRule.at(ahead)
        .isNews(later - earlier, isImportant, belief.isOpen(), own.laterDays());
  }

  private static News news(LocalDate believed, Known.Said now, boolean byItself, AskedAt asked) {
    Answer answer = now.answer();
    LocalDate day = answer.by();
    Double chance = answer.chance();
    return new News(
        day,
        day == null
            ? 0
            : asked.workdaysBetween(believed, day) - asked.workdaysBetween(day, believed),
        CorrectionWords.of(answer, now.moved(), day == null ? null : day.isAfter(believed)),
        answer.forecast(),
        chance == null ? null : Chance.of(chance),
        answer.state(),
        byItself);
  }

  /// Another day, another belief, or a cause that became known before anybody looked at the words.
  private static boolean isStale(Belief belief, News news) {
    boolean moved =
        !Objects.equals(belief.known(), news.day())
            || !Objects.equals(belief.drifted(), belief.promise());
    boolean untouched = belief.stage().equals("DRAFTED") && !belief.edited();
    return moved || untouched && !belief.words().equals(news.words());
  }

  /// What a check writes at its end, in few statements.
  private final class Work {
    private final Instant at;
    private final List<Found> draft = new ArrayList<>();
    private final List<Found> redraft = new ArrayList<>();
    private final List<Belief> withdraw = new ArrayList<>();

    Work(Instant at) {
      this.at = at;
    }

    /// Whoever subscribed hears it there.
    void correct(Belief belief, News news) {
      if (belief.subscribed()) {
        withdraw(belief);
      } else if (!belief.isOpen()) {
        draft.add(new Found(belief, news));
      } else if (isStale(belief, news)) {
        redraft.add(new Found(belief, news));
      }
    }

    void withdraw(Belief belief) {
      if (belief.isOpen()) {
        withdraw.add(belief);
      }
    }

    Checked write() {
      Set<String> tooLate = tooLate();
      redraft.removeIf(found -> tooLate.contains(found.belief().sending()));
      withdraw.removeIf(belief -> tooLate.contains(belief.sending()));
      beliefs.draft(draft, at);
      beliefs.redraft(redraft, at);
      beliefs.withdraw(withdraw, at);
      return new Checked(draft.size(), redraft.size(), withdraw.size());
    }

    /// What waits for the mail server is taken back first; what it is sending stays.
    private Set<String> tooLate() {
      Set<String> waiting =
          Stream.concat(redraft.stream().map(Found::belief), withdraw.stream())
              .map(Belief::sending)
              .filter(letter -> !letter.isEmpty())
              .collect(Collectors.toCollection(HashSet::new));
      Set<String> back = letters.takeBack(waiting, at);
      beliefs.unsend(back);
      waiting.removeAll(back);
      return waiting;
    }
  }
}
