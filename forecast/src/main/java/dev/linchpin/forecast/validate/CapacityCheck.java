package dev.linchpin.forecast.validate;

import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Nobody does more at once than they can: all pieces of a person, from one change to the next.
final class CapacityCheck {
  private static final double ROUNDING = 1e-6;

  /// A piece and the task it belongs to.
  ///
  /// @param appointment it takes the person out of hours as well
  private record Booked(TaskId task, Piece piece, boolean appointment) {}

  private final PlanFacts facts;
  private final Schedule schedule;
  private final List<Violation> violations;

  CapacityCheck(PlanFacts facts, Schedule schedule, List<Violation> violations) {
    this.facts = facts;
    this.schedule = schedule;
    this.violations = violations;
  }

  void check() {
    Map<PersonId, List<Booked>> byPerson = new LinkedHashMap<>();
    for (Task task : facts.tasks.values()) {
      var placed = schedule.tasks().get(task.id());
      boolean appointment = facts.windows(task).stream().anyMatch(ChangeWindow::outOfHours);
      for (Piece piece : placed == null ? List.<Piece>of() : placed.pieces()) {
        byPerson
            .computeIfAbsent(piece.person(), _ -> new ArrayList<>())
            .add(new Booked(task.id(), piece, appointment));
      }
    }
    byPerson.forEach(this::check);
  }

  private void check(PersonId id, List<Booked> booked) {
    Person person = facts.people.get(id);
    if (person == null) {
      return; // said by WorkCheck
    }
    WorkHours hours = facts.hours(person);
    TreeMap<LocalDateTime, List<Booked>> begins = new TreeMap<>();
    TreeMap<LocalDateTime, List<Booked>> changes = new TreeMap<>();
    for (Booked it : booked) {
      begins.computeIfAbsent(it.piece().from(), _ -> new ArrayList<>()).add(it);
      changes.computeIfAbsent(it.piece().from(), _ -> new ArrayList<>());
      changes.computeIfAbsent(it.piece().to(), _ -> new ArrayList<>());
    }
    List<Booked> running = new ArrayList<>();
    for (LocalDateTime at : changes.keySet()) {
      running.removeIf(it -> !it.piece().to().isAfter(at));
      running.addAll(begins.getOrDefault(at, List.of()));
      LocalDateTime until = changes.higherKey(at);
      if (until != null && isTooMuch(person, running, hours.anyBetween(at, until))) {
        TaskId task = running.getLast().task();
        violations.add(
            new Violation(
                Violation.Rule.CAPACITY, task, id + " does too much from " + at + " to " + until));
      }
    }
  }

  private static boolean isTooMuch(Person person, List<Booked> running, boolean atWork) {
    double all =
        running.stream()
            .filter(it -> it.appointment() || atWork)
            .mapToDouble(it -> it.piece().share())
            .sum();
    return all > person.capacity() + ROUNDING;
  }
}
