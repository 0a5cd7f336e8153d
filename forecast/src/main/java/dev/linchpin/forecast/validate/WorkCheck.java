package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Knows;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.validate.Violation.Rule;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One task: who does it, when, whether that is all of the work, and whether it may be done then.
final class WorkCheck {
  private static final double SHARE_ROUNDING = 0.001;

  /// Interruptions spread over a day leave a part of a minute at both ends of a piece.
  private static final int PARTS_OF_MINUTES = 2;

  private final PlanFacts facts;
  private final Task task;
  private final Placed placed;
  private final LocalDateTime asOf;
  private final List<Violation> violations;
  private final List<ChangeWindow> windows;
  private final boolean outOfHours;
  private final Duration left;
  private final Map<PersonId, List<Piece>> byPerson = new LinkedHashMap<>();

  WorkCheck(
      PlanFacts facts, Task task, Placed placed, LocalDateTime asOf, List<Violation> violations) {
    this.facts = facts;
    this.task = task;
    this.placed = placed;
    this.asOf = asOf;
    this.violations = violations;
    this.windows = task.progress() instanceof Progress.NotStarted ? facts.windows(task) : List.of();
    this.outOfHours = windows.stream().anyMatch(ChangeWindow::outOfHours);
    this.left = PlanFacts.left(task);
    for (Piece piece : placed.pieces()) {
      byPerson.computeIfAbsent(piece.person(), _ -> new ArrayList<>()).add(piece);
    }
  }

  /// A minute before midnight stands for it, so that work ends on the day it was done.
  static LocalDateTime exact(LocalDateTime finish) {
    return finish.toLocalTime().equals(LocalTime.of(23, 59)) ? finish.plusMinutes(1) : finish;
  }

  /// The working time of those who do a task; its own if nobody does; none if its time passes
  /// whether somebody works or not.
  static List<WorkHours> hours(PlanFacts facts, Task task, Placed placed) {
    boolean appointment =
        task.progress() instanceof Progress.NotStarted
            && facts.windows(task).stream().anyMatch(ChangeWindow::outOfHours);
    boolean passes = task.work() instanceof Work.Elapsed || PlanFacts.left(task).isZero();
    if (appointment || passes) {
      return List.of();
    }
    List<WorkHours> hours =
        placed.pieces().stream()
            .map(Piece::person)
            .distinct()
            .map(facts.people::get)
            .filter(Objects::nonNull)
            .map(facts::hours)
            .toList();
    return hours.isEmpty() ? List.of(facts.hours(task)) : hours;
  }

  void check() {
    if (task.progress() instanceof Progress.Done) {
      return;
    }
    boolean nobody = task.people().isEmpty() && task.needs().isEmpty();
    boolean passes = task.work() instanceof Work.Elapsed || left.isZero();
    if (passes || nobody || facts.named(task).isEmpty() && task.needs().isEmpty()) {
      checkWithoutPeople(passes);
    } else {
      checkPeople();
      byPerson.forEach(this::checkPerson);
      checkEnds();
    }
    if (!windows.isEmpty()) {
      checkWindows();
    }
  }

  private void checkWithoutPeople(boolean passes) {
    if (!placed.pieces().isEmpty()) {
      say(Rule.PEOPLE, "needs nobody");
    }
    LocalDateTime from = task.progress() instanceof Progress.Started ? asOf : placed.start();
    LocalDateTime to = exact(placed.finish());
    double minutes = minutesWithoutPeople(from, to, passes || outOfHours);
    if (minutes < left.toMinutes()) {
      say(Rule.WORK, "has " + minutes + " of " + left.toMinutes() + " minutes");
    }
    if (task.isMilestone() && !outOfHours && isOutsideWork(to)) {
      say(Rule.WORKING_TIME, "is reached when nobody works: " + to);
    }
  }

  private double minutesWithoutPeople(LocalDateTime from, LocalDateTime to, boolean passes) {
    if (windows.isEmpty() || !task.splittable()) {
      return passes ? Duration.between(from, to).toMinutes() : facts.hours(task).minutes(from, to);
    }
    OpenHours open = new OpenHours(windows);
    WorkHours hours = facts.hours(task);
    long minutes = 0;
    for (LocalDateTime at = from; at.isBefore(to); at = at.plusMinutes(1)) {
      LocalDateTime end = at.plusMinutes(1);
      minutes += open.areOpen(at, end) && (passes || hours.anyBetween(at, end)) ? 1 : 0;
    }
    return minutes;
  }

  private boolean isOutsideWork(LocalDateTime at) {
    WorkHours hours = facts.hours(task);
    return !hours.next(at).equals(LocalDateTime.MAX)
        && !hours.anyBetween(at.minusMinutes(1), at.plusMinutes(1));
  }

  private void checkPeople() {
    Map<PersonId, Double> named = facts.named(task);
    List<Piece> chosen = new ArrayList<>();
    byPerson.forEach((id, pieces) -> {
      Double share = named.remove(id);
      if (share == null) {
        chosen.add(pieces.getFirst());
      } else if (Math.abs(share - pieces.getFirst().share()) > SHARE_ROUNDING) {
        say(Rule.PEOPLE, "takes another share of " + id);
      }
    });
    if (!named.isEmpty() || chosen.size() != task.needs().size() || !fill(chosen, task.needs())) {
      say(Rule.PEOPLE, "is done by other people than it names or needs: " + byPerson.keySet());
    }
  }

  /// True if each of the people fills another need.
  private boolean fill(List<Piece> chosen, List<Need> needs) {
    if (chosen.isEmpty()) {
      return true;
    }
    for (int at = 0; at < needs.size(); at++) {
      if (fits(chosen.getFirst(), needs.get(at))) {
        List<Need> others = new ArrayList<>(needs);
        others.remove(at);
        if (fill(chosen.subList(1, chosen.size()), others)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean fits(Piece piece, Need need) {
    Person person = facts.people.get(piece.person());
    return person != null
        && Math.abs(piece.share() - need.share()) <= SHARE_ROUNDING
        && person.knows().stream().anyMatch(knows -> isEnough(knows, need));
  }

  private static boolean isEnough(Knows knows, Need need) {
    return knows.topic().equals(need.topic()) && knows.level() >= need.level();
  }

  private void checkPerson(PersonId id, List<Piece> pieces) {
    Person person = facts.people.get(id);
    if (person == null) {
      say(Rule.PEOPLE, "is done by a stranger: " + id);
      return;
    }
    WorkHours hours = facts.hours(person);
    double sum = 0;
    for (Piece piece : pieces) {
      sum +=
          outOfHours
              ? Duration.between(piece.from(), piece.to()).toMinutes()
              : hours.minutes(piece.from(), piece.to());
      checkWorkingTime(person, hours, piece);
    }
    double rounding = 1 + (hours.taken().isEmpty() ? 0 : PARTS_OF_MINUTES * pieces.size());
    if (Math.abs(sum - wanted()) > rounding) {
      say(Rule.WORK, id + " works " + sum + " of " + wanted() + " minutes");
    }
    if (!task.splittable()) {
      checkOneGo(id, hours, pieces);
    }
  }

  private double wanted() {
    double minutes = Math.ceil(left.toSeconds() / 60.0);
    if (task.work() instanceof Work.Effort) {
      double shares = byPerson.values().stream().mapToDouble(it -> it.getFirst().share()).sum();
      return Math.ceil(minutes / shares - 1e-9);
    }
    return minutes;
  }

  private void checkWorkingTime(Person person, WorkHours hours, Piece piece) {
    if (!piece.from().isBefore(piece.to()) || piece.from().isBefore(asOf)) {
      say(Rule.WORKING_TIME, "has a piece that is empty or over: " + piece);
    } else if (outOfHours) {
      if (hours.isAway(piece.from(), piece.to())) {
        say(Rule.WORKING_TIME, "needs " + person.id() + ", who is away: " + piece);
      }
    } else if (!hours.anyBetween(piece.from(), piece.from().plusMinutes(1))
        || !hours.anyBetween(piece.to().minusMinutes(1), piece.to())) {
      say(Rule.WORKING_TIME, "begins or ends when nobody works: " + piece);
    }
  }

  private void checkOneGo(PersonId id, WorkHours hours, List<Piece> pieces) {
    LocalDateTime begins = task.progress() instanceof Progress.Started ? null : placed.start();
    boolean late =
        begins != null
            && (outOfHours
                ? !pieces.getFirst().from().equals(begins)
                : hours.minutes(begins, pieces.getFirst().from()) >= PARTS_OF_MINUTES);
    if (pieces.size() != 1 || late) {
      say(Rule.ONE_GO, "is not done in one go by " + id);
    }
  }

  private void checkEnds() {
    LocalDateTime first =
        placed.pieces().stream().map(Piece::from).min(LocalDateTime::compareTo).orElse(asOf);
    LocalDateTime last =
        placed.pieces().stream().map(Piece::to).max(LocalDateTime::compareTo).orElse(asOf);
    boolean started = task.progress() instanceof Progress.Started;
    if (!started && !placed.start().equals(first) || exact(placed.finish()).isBefore(last)) {
      say(Rule.WORK, "does not begin and end with its pieces");
    }
  }

  private void checkWindows() {
    OpenHours open = new OpenHours(windows);
    boolean inside;
    if (placed.pieces().isEmpty()) {
      LocalDateTime to = task.splittable() ? placed.start() : exact(placed.finish());
      inside = open.areOpen(placed.start(), to.isBefore(placed.start()) ? placed.start() : to);
    } else if (task.splittable()) {
      inside = placed.pieces().stream().allMatch(it -> open.areOpen(it.from(), it.to()));
    } else {
      LocalDateTime last =
          placed.pieces().stream().map(Piece::to).max(LocalDateTime::compareTo).orElse(asOf);
      inside = open.areOpen(placed.start(), last);
    }
    if (!inside) {
      say(Rule.WINDOW, "lies outside its windows: " + placed.start() + ".." + placed.finish());
    }
    for (ChangeWindow window : windows) {
      if (placed.start().isBefore(asOf.plus(window.lead()))) {
        say(Rule.WINDOW, "begins before " + window.name() + " can be asked for");
      }
    }
  }

  private void say(Rule rule, String message) {
    violations.add(new Violation(rule, task.id(), task.id() + " " + message));
  }
}
