package dev.linchpin.bench;

import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Schedule;
import dev.linchpin.forecast.Schedule.Piece;
import dev.linchpin.forecast.Schedule.Placed;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How calm a plan stays when one task takes longer. What waits for it, by a link or because a
/// person does it later, and what waits for that, has a reason to move; everything else has none.
final class Stability {
  private final Schedule before;
  private final Map<TaskId, List<TaskId>> next = new HashMap<>();
  private final Map<PersonId, List<TaskId>> work = new HashMap<>();
  private long unaffected;
  private long moved;

  Stability(Plan plan, Schedule before) {
    this.before = before;
    for (Link link : plan.links()) {
      next.computeIfAbsent(link.from(), _ -> new ArrayList<>()).add(link.to());
    }
    before
        .tasks()
        .forEach((id, placed) -> {
          for (Piece piece : placed.pieces()) {
            work.computeIfAbsent(piece.person(), _ -> new ArrayList<>()).add(id);
          }
        });
  }

  /// Counts what moved without need after one task was edited.
  void add(TaskId edited, Schedule after) {
    Set<TaskId> affected = affected(edited);
    before
        .tasks()
        .forEach((id, placed) -> {
          if (!affected.contains(id)) {
            unaffected++;
            moved += placed.start().equals(placed(after, id).start()) ? 0 : 1;
          }
        });
  }

  /// The part of the unaffected tasks that moved, in per cent.
  double moved() {
    return unaffected == 0 ? 0 : 100.0 * moved / unaffected;
  }

  private Set<TaskId> affected(TaskId edited) {
    Set<TaskId> affected = new HashSet<>(Set.of(edited));
    Deque<TaskId> open = new ArrayDeque<>(affected);
    while (!open.isEmpty()) {
      TaskId task = open.remove();
      List<TaskId> following = new ArrayList<>(next.getOrDefault(task, List.of()));
      Placed placed = placed(before, task);
      for (Piece piece : placed.pieces()) {
        for (TaskId other : work.getOrDefault(piece.person(), List.of())) {
          if (!placed(before, other).start().isBefore(placed.finish())) {
            following.add(other);
          }
        }
      }
      following.stream().filter(affected::add).forEach(open::add);
    }
    return affected;
  }

  private static Placed placed(Schedule schedule, TaskId id) {
    return Objects.requireNonNull(schedule.tasks().get(id), () -> id + " is not placed.");
  }
}
