package dev.linchpin.forecast.internal;

import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.ProjectId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// In how many runs each task, and each person, decided when its project ended.
final class Marks {
  /// Beyond so many pairs of a project and a person, people are not counted.
  static final int PAIRS = 10_000_000;

  /// By task: of its own project.
  final int[] tasks;

  private final Prepared plan;

  /// By project and person: of that project, in whatever project the person's task is.
  private final int[] people;

  private final int[] taskIn;
  private final int[] personIn;

  Marks(Prepared plan) {
    this.plan = plan;
    this.tasks = new int[plan.count()];
    long pairs = (long) plan.projects.length * plan.people.length;
    this.people = new int[pairs > PAIRS ? 0 : (int) pairs];
    this.taskIn = new int[plan.count()];
    this.personIn = new int[plan.people.length];
  }

  /// Walks back from the end of each project along what decided each start. Where two tasks hold
  /// each other, by start and by finish, it has been there before and stops.
  void mark(int run, DispatchPass pass) {
    int projects = pass.lastOf.length;
    for (int project = 0; project < projects; project++) {
      int walk = run * projects + project + 1;
      int task = pass.lastOf[project];
      while (task >= 0 && taskIn[task] != walk) {
        taskIn[task] = walk;
        if (plan.project[task] == project) {
          tasks[task]++;
        }
        markPeople(task, project, walk, pass);
        task = pass.decidedBy[task];
      }
    }
  }

  private void markPeople(int task, int project, int walk, DispatchPass pass) {
    if (people.length == 0 || plan.kind[task] != Prepared.Kind.PEOPLE) {
      return;
    }
    for (int place = plan.who[task]; place < plan.who[task + 1]; place++) {
      int person = pass.person[place];
      if (personIn[person] != walk) {
        personIn[person] = walk;
        people[project * plan.people.length + person]++;
      }
    }
  }

  void add(Marks others) {
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] += others.tasks[i];
    }
    for (int i = 0; i < people.length; i++) {
      people[i] += others.people[i];
    }
  }

  /// As shares of the runs, by project.
  Map<ProjectId, Map<PersonId, Double>> people(int runs) {
    Map<ProjectId, Map<PersonId, Double>> shares = new LinkedHashMap<>();
    for (int p = 0; p < plan.projects.length && people.length > 0; p++) {
      Map<PersonId, Double> own = new HashMap<>();
      for (int who = 0; who < plan.people.length; who++) {
        int times = people[p * plan.people.length + who];
        if (times > 0) {
          own.put(plan.people[who].id(), (double) times / runs);
        }
      }
      shares.put(plan.projects[p].id(), Map.copyOf(own));
    }
    return shares;
  }

  /// Room in bytes they take.
  int bytes() {
    return Integer.BYTES * (tasks.length + people.length);
  }

  void write(ByteBuffer out) {
    for (int it : tasks) {
      out.putInt(it);
    }
    for (int it : people) {
      out.putInt(it);
    }
  }

  /// Adds what others wrote.
  void read(ByteBuffer in) {
    for (int i = 0; i < tasks.length; i++) {
      tasks[i] += in.getInt();
    }
    for (int i = 0; i < people.length; i++) {
      people[i] += in.getInt();
    }
  }
}
