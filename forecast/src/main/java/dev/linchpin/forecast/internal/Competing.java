package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/*
 * The part of a plan that can have a say in when something ends: its project, the projects that
 * share a person or a link with it, those that share with them, and so on. Everything else may be
 * left out and no run changes, because nobody's luck depends on who else is there (Draws).
 */
final class Competing {
  private final Plan plan;
  private final int[] group;
  private final Map<TaskId, Integer> projectOf = new HashMap<>();
  private final Map<PersonId, Integer> firstWith = new HashMap<>();

  private Competing(Plan plan) {
    this.plan = plan;
    this.group = IntStream.range(0, plan.projects().size()).toArray();
    for (int p = 0; p < group.length; p++) {
      for (Task task : plan.projects().get(p).tasks()) {
        Integer before = projectOf.putIfAbsent(task.id(), p);
        join(p, before == null ? p : before);
        joinByPeople(p, task);
      }
    }
    plan.links()
        .forEach(link -> {
          Integer from = projectOf.get(link.from());
          Integer to = projectOf.get(link.to());
          if (from != null && to != null) {
            join(from, to);
          }
        });
  }

  /// The plan without the projects that cannot matter to one of them.
  static Plan with(Plan plan, int project) {
    Competing groups = new Competing(plan);
    int wanted = groups.root(project);
    List<Project> projects =
        IntStream.range(0, groups.group.length)
            .filter(p -> groups.root(p) == wanted)
            .mapToObj(plan.projects()::get)
            .toList();
    return plan.withProjects(projects);
  }

  private void joinByPeople(int project, Task task) {
    if (task.progress() instanceof Progress.Done) {
      return;
    }
    for (Assignment assignment : task.people()) {
      join(project, firstWith.computeIfAbsent(assignment.person(), _ -> project));
    }
    for (Need need : task.needs()) {
      for (Person person : plan.people()) {
        if (knows(person, need)) {
          join(project, firstWith.computeIfAbsent(person.id(), _ -> project));
        }
      }
    }
  }

  private static boolean knows(Person person, Need need) {
    return person.knows().stream()
        .anyMatch(it -> it.topic().equals(need.topic()) && it.level() >= need.level());
  }

  private int root(int project) {
    int at = project;
    while (group[at] != at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  }

  private void join(int a, int b) {
    int one = root(a);
    int other = root(b);
    group[Math.max(one, other)] = Math.min(one, other);
  }
}
