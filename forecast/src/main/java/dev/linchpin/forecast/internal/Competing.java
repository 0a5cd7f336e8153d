package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.Assignment;
import dev.linchpin.forecast.Link;
import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.Person;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Plan;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.Project;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Risk;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/*
 * The part of a plan that can have a say in when something ends: its project, the projects that
 * share a person, a link or a risk with it, those that share with them, and so on. Everything else
 * may be left out and no run changes, because nobody's luck depends on who else is there (Draws).
 *
 * A change window that two projects use does not join them: it takes any number of tasks.
 */
public final class Competing {
  private final Plan plan;
  private final int[] group;
  private final Map<TaskId, Integer> projectOf = new HashMap<>();
  private final Map<ProjectId, Integer> numberOf = new HashMap<>();
  private final Map<PersonId, Integer> firstWith = new HashMap<>();

  private Competing(Plan plan) {
    this.plan = plan;
    this.group = IntStream.range(0, plan.projects().size()).toArray();
    for (int p = 0; p < group.length; p++) {
      join(p, numberOf.putIfAbsent(plan.projects().get(p).id(), p));
      for (Task task : plan.projects().get(p).tasks()) {
        Integer before = projectOf.putIfAbsent(task.id(), p);
        join(p, before == null ? p : before);
        joinByPeople(p, task);
      }
    }
    for (Link link : plan.links()) {
      join(projectOf.get(link.from()), projectOf.get(link.to()));
    }
    joinByRisks();
  }

  /// The plan without the projects that cannot matter to one of them.
  static Plan with(Plan plan, int project) {
    return new Competing(plan).with(project);
  }

  /// The plan in parts that cannot move each other, in the order of their first projects. Each
  /// holds what it needs and nothing else; what belongs to no project is in none.
  public static List<Plan> parts(Plan plan) {
    Competing groups = new Competing(plan);
    Map<Integer, List<Project>> parts = new LinkedHashMap<>();
    for (int p = 0; p < groups.group.length; p++) {
      parts.computeIfAbsent(groups.root(p), _ -> new ArrayList<>()).add(plan.projects().get(p));
    }
    return parts.values().stream().map(projects -> Part.of(plan, projects)).toList();
  }

  private Plan with(int project) {
    int wanted = root(project);
    List<Project> projects =
        IntStream.range(0, group.length)
            .filter(p -> root(p) == wanted)
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

  /// Risks with one cause share their luck.
  private void joinByRisks() {
    Map<String, Integer> firstOf = new HashMap<>();
    for (Risk risk : plan.risks()) {
      Integer own = numberOf.get(risk.project());
      for (Risk.Effect effect : risk.effects()) {
        Integer hit = projectOf.get(effect.task());
        join(own, hit);
        own = own == null ? hit : own;
      }
      Risk.Bond bond = risk.bond();
      if (bond != null && own != null) {
        join(own, firstOf.putIfAbsent(bond.cause(), own));
      }
    }
  }

  static boolean knows(Person person, Need need) {
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

  private void join(@Nullable Integer a, @Nullable Integer b) {
    if (a != null && b != null) {
      int one = root(a);
      int other = root(b);
      group[Math.max(one, other)] = Math.min(one, other);
    }
  }
}
