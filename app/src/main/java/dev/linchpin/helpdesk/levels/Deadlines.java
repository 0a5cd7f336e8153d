package dev.linchpin.helpdesk.levels;

import dev.linchpin.helpdesk.Target;
import dev.linchpin.helpdesk.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/*
 * Counted time runs from the opening while the ticket is open and does not wait. The target is the
 * moment at which the limit is used up.
 *
 * A priority can change on the way. Its time counts from when the ticket was last at least that
 * urgent without a break; and a ticket that became more urgent is never due later than it was
 * before. So raising it asks for more, an undo asks for exactly what was asked before, and nobody
 * gains time by raising and lowering. Where no service level fitted at first, the time counts from
 * the opening.
 *
 * Waiting does not stop the time to the first answer: until then, nobody waits for the caller.
 * Resolving answers too. While it is resolved time stands still, so a ticket that is opened again
 * goes on with what was left.
 */
/// By when a ticket is to be answered and resolved: from its history, and from nothing else.
public final class Deadlines {
  private final @Nullable Line answer;
  private final @Nullable Line resolve;

  private Deadlines(@Nullable Line answer, @Nullable Line resolve) {
    this.answer = answer;
    this.resolve = resolve;
  }

  /// @param moments in the order of time, the opening first; the last one is how it stands
  /// @param answered when the caller was answered first; null while nobody did
  public static Deadlines of(List<Moment> moments, @Nullable Instant answered) {
    List<Moment> all = List.copyOf(moments);
    Instant resolved = resolved(all);
    Instant first = answered == null || resolvedFirst(all, answered) ? firstEnd(all) : answered;
    return new Deadlines(
        Line.of(all, false, Terms::answer, first), Line.of(all, true, Terms::resolve, resolved));
  }

  public Targets targets() {
    return new Targets(
        answer == null ? null : answer.target(), resolve == null ? null : resolve.target());
  }

  /// When a step before the targets is reached, of targets that are not met; in the order of
  /// [Goal].
  public Optional<Instant> reached(Goal goal, EscalationMoment step) {
    Line line = goal == Goal.ANSWER ? answer : resolve;
    return line == null || line.met != null
        ? Optional.empty()
        : line.used.reached(step.of(line.limit));
  }

  /// When it was resolved for good; null while it is not.
  private static @Nullable Instant resolved(List<Moment> moments) {
    Instant at = null;
    for (Moment moment : moments) {
      if (moment.state().isOpen()) {
        at = null;
      } else if (at == null) {
        at = moment.at();
      }
    }
    return at;
  }

  private static boolean resolvedFirst(List<Moment> moments, Instant answered) {
    Instant end = firstEnd(moments);
    return end != null && end.isBefore(answered);
  }

  private static @Nullable Instant firstEnd(List<Moment> moments) {
    return moments.stream()
        .filter(moment -> !moment.state().isOpen())
        .map(Moment::at)
        .findFirst()
        .orElse(null);
  }

  /// One target on its way.
  ///
  /// @param limit counted time from the opening
  private record Line(UsedTime used, Duration limit, @Nullable Instant met, ServiceHours hours) {
    static @Nullable Line of(
        List<Moment> moments,
        boolean pauses,
        Function<Terms, @Nullable Duration> wanted,
        @Nullable Instant met) {
      UsedTime used = UsedTime.of(until(moments, pauses ? null : met), pauses);
      Duration limit = limit(moments, used, wanted, pauses ? null : met);
      Terms last = moments.getLast().terms();
      return limit == null
          ? null
          : new Line(used, limit, met, last == null ? ServiceHours.ALWAYS : last.hours());
    }

    /// What comes after the first answer does not change when it was due.
    private static List<Moment> until(List<Moment> moments, @Nullable Instant met) {
      if (met == null) {
        return moments;
      }
      var kept = new ArrayList<Moment>();
      for (Moment moment : moments) {
        if (kept.isEmpty() || moment.at().isBefore(met)) {
          kept.add(moment);
        }
      }
      return kept;
    }

    private record Asked(Duration wanted, Duration from, Duration limit) {}

    private static @Nullable Duration limit(
        List<Moment> moments,
        UsedTime used,
        Function<Terms, @Nullable Duration> wanted,
        @Nullable Instant met) {
      Deque<Asked> asked = new ArrayDeque<>();
      List<Moment> counted = until(moments, met);
      for (int i = 0; i < counted.size(); i++) {
        Terms terms = counted.get(i).terms();
        Duration time = terms == null ? null : wanted.apply(terms);
        if (time == null) {
          asked.clear();
        } else {
          push(asked, time, used.before(i));
        }
      }
      Asked last = asked.peek();
      return last == null ? null : last.limit();
    }

    private static void push(Deque<Asked> asked, Duration wanted, Duration used) {
      Duration from = asked.isEmpty() ? Duration.ZERO : used;
      while (!asked.isEmpty() && asked.element().wanted().compareTo(wanted) <= 0) {
        from = asked.pop().from();
      }
      Duration limit = from.plus(wanted);
      Asked before = asked.peek();
      boolean sooner = before != null && before.limit().compareTo(limit) < 0;
      asked.push(new Asked(wanted, from, sooner && before != null ? before.limit() : limit));
    }

    Target target() {
      Optional<Instant> due = used.reached(limit);
      if (met != null) {
        Duration left = limit.minus(used.until(met));
        Instant would = due.or(() -> hours.after(met, left)).orElse(null);
        return new Target(would, met, Duration.ZERO);
      }
      // Paused, or beyond the calendar: what is left is known either way.
      return new Target(
          due.orElse(null), null, due.isPresent() ? Duration.ZERO : limit.minus(used.last()));
    }
  }
}
