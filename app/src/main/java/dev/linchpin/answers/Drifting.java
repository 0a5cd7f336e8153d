package dev.linchpin.answers;

import dev.linchpin.access.NotThere;
import dev.linchpin.answers.CorrectionRules.Rule;
import dev.linchpin.answers.Drifts.Belief;
import dev.linchpin.answers.Drifts.Found;
import dev.linchpin.answers.Drifts.News;
import dev.linchpin.messaging.Letters;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.planning.Chance;
import dev.linchpin.planning.Movements;
import dev.linchpin.planning.Movements.Moved;
import dev.linchpin.planning.Project;
import dev.linchpin.planning.ProjectKey;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/*
 * What people believe is compared with what the answer card says today. An answer that names no
 * date because nobody knows (doubted, stale, too little known) decides nothing: the correction that
 * is open stays, none is made. One that names none because there is none (cancelled, on hold,
 * waiting) is news for everybody who believes a date.
 */
/// Compares what people believe with what we know, and drafts corrections.
@Component
public class Drifting {
  private final Drifts drifts;
  private final CorrectionRules rules;
  private final AnswerBook book;
  private final Projects projects;
  private final Movements movements;
  private final Letters letters;

  Drifting(
      Drifts drifts,
      CorrectionRules rules,
      AnswerBook book,
      Projects projects,
      Movements movements,
      Letters letters) {
    this.drifts = drifts;
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
    return check(drifts.projects());
  }

  /// Looks at these projects; done twice, it changes nothing.
  @Transactional
  public Checked check(Collection<String> keys) {
    if (keys.isEmpty()) {
      return new Checked(0, 0, 0);
    }
    drifts.inTurn();
    AskedAt asked = book.asked(Teller.READER);
    List<Belief> beliefs = drifts.beliefs(keys);
    Map<String, List<Belief>> byRef =
        beliefs.stream()
            .collect(Collectors.groupingBy(Belief::ref, LinkedHashMap::new, Collectors.toList()));
    Map<String, Known> known = known(byRef.keySet(), asked);
    Map<String, Rule> own = rules.of(keys);
    var work = new Work(asked.instant());
    byRef.forEach((ref, some) -> {
      Known now = known.get(ref);
      if (now != null) {
        compare(some, now, own.getOrDefault(some.getFirst().project(), Rule.USUAL), asked, work);
      }
    });
    return work.write();
  }

  /// What we know about one thing.
  ///
  /// @param exact the day met in 8 of 10 runs; null when no date may be named
  /// @param isOver done: nothing is to be said any more
  private record Known(
      Answer answer,
      @Nullable LocalDate exact,
      boolean isOver,
      boolean isFixed,
      @Nullable Moved moved) {}

  private Map<String, Known> known(Collection<String> refs, AskedAt asked) {
    Map<String, Moved> moved = movements.sinceLastWeek(refs);
    var known = new HashMap<String, Known>();
    for (AnswerFacts facts : facts(refs, asked)) {
      String ref = facts.ref().toString();
      Known one = known(facts, moved.containsKey(ref) ? moved.get(ref) : lastMove(ref), asked);
      if (one != null) {
        known.put(ref, one);
      }
    }
    return known;
  }

  /// Against the forecast just before, where none is a week old.
  private @Nullable Moved lastMove(String ref) {
    List<Moved> all = movements.of(ref);
    return all.isEmpty() ? null : all.getLast();
  }

  private List<AnswerFacts> facts(Collection<String> refs, AskedAt asked) {
    var facts = new ArrayList<AnswerFacts>();
    var whole = new ArrayList<ProjectKey>();
    for (String ref : refs) {
      switch (Ref.parse(ref).orElse(null)) {
        case Ref.OfProject project -> whole.add(new ProjectKey(project.key()));
        case Ref.OfMilestone milestone -> milestone(milestone, asked).ifPresent(facts::add);
        case null, default -> {}
      }
    }
    List<Project> some = List.copyOf(projects.readable(Teller.READER, whole).values());
    facts.addAll(book.facts(Teller.READER, some, asked));
    return facts;
  }

  /// One that was taken out of the plan says nothing by itself: its project still does.
  private Optional<AnswerFacts> milestone(Ref.OfMilestone ref, AskedAt asked) {
    try {
      return Optional.of(book.facts(Teller.READER, ref, asked));
    } catch (NotThere gone) {
      return Optional.empty();
    }
  }

  /// Null where nobody knows anything.
  private static @Nullable Known known(AnswerFacts facts, @Nullable Moved moved, AskedAt asked) {
    Answer answer = Answer.of(facts, asked);
    return switch (answer.state()) {
      case FORECAST, FIXED_DATE_SAFE, FIXED_DATE, FIXED_DATE_AT_RISK, OVERDUE ->
          new Known(answer, exact(facts, answer), false, isFixed(facts), moved);
      case BLOCKED, ON_HOLD, NOT_PLANNED, CANCELLED ->
          new Known(answer, null, false, isFixed(facts), null);
      case DONE -> new Known(answer, null, true, false, null);
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

  private void compare(List<Belief> some, Known now, Rule own, AskedAt asked, Work work) {
    boolean isImportant = now.isFixed() || some.size() >= DriftRule.MANY;
    var said = new HashMap<LocalDate, News>();
    for (Belief belief : some) {
      if (now.isOver() || !isNews(belief, now, own, isImportant, asked)) {
        work.withdraw(belief);
        continue;
      }
      News news = said.computeIfAbsent(belief.by(), by -> news(by, now, own.byItself(), asked));
      if (!belief.isOpen()) {
        work.draft.add(new Found(belief, news));
      } else if (isStale(belief, news)) {
        work.redraft(new Found(belief, news));
      }
    }
  }

  private static boolean isNews(
      Belief belief, Known now, Rule own, boolean isImportant, AskedAt asked) {
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

  private static News news(LocalDate believed, Known now, boolean byItself, AskedAt asked) {
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
    private final List<UUID> withdraw = new ArrayList<>();
    private final Set<String> back = new HashSet<>();

    Work(Instant at) {
      this.at = at;
    }

    void redraft(Found found) {
      if (isBack(found.belief())) {
        redraft.add(found);
      }
    }

    void withdraw(Belief belief) {
      if (belief.drift() != null && isBack(belief)) {
        withdraw.add(belief.drift());
      }
    }

    /// What waits for the mail server is taken back first; what it is sending stays.
    private boolean isBack(Belief belief) {
      String letter = belief.letter();
      if (letter == null || !belief.stage().equals("SENDING") || back.contains(letter)) {
        return true;
      }
      if (!letters.takeBack(letter, at)) {
        return false;
      }
      drifts.unsend(letter);
      return back.add(letter);
    }

    Checked write() {
      drifts.draft(draft, at);
      drifts.redraft(redraft, at);
      drifts.withdraw(withdraw, at);
      return new Checked(draft.size(), redraft.size(), withdraw.size());
    }
  }
}
