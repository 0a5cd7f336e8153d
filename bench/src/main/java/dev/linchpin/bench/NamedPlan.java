package dev.linchpin.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// A made-up plan: each task needs one or two of the people for some hours and waits for one to
/// three tasks shortly before it. Same numbers, same plan.
///
/// @param hours per task
/// @param before per task those it waits for
/// @param who per task whom it needs
record NamedPlan(int people, int[] hours, int[][] before, int[][] who) {
  static NamedPlan make(int tasks, int people, long seed) {
    Random random = new Random(seed);
    int window = Math.max(6, tasks / 12);
    int[] hours = new int[tasks];
    int[][] before = new int[tasks][];
    int[][] who = new int[tasks][];
    for (int j = 0; j < tasks; j++) {
      before[j] = j < people / 2 ? new int[0] : predecessors(random, j, window);
      who[j] = persons(random, people);
      double days = Math.clamp(Math.exp(0.8 * random.nextGaussian() + 1.1), 0.5, 15);
      hours[j] = Math.max(1, Math.round(8 * (float) days));
    }
    return new NamedPlan(people, hours, before, who);
  }

  private static int[] predecessors(Random random, int task, int window) {
    int wanted = 1 + (random.nextDouble() < 0.5 ? 1 : 0) + (random.nextDouble() < 0.15 ? 1 : 0);
    TreeSet<Integer> before = new TreeSet<>();
    for (int i = 0; i < wanted && task > 0; i++) {
      before.add(task - 1 - random.nextInt(Math.min(task, window)));
    }
    return before.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] persons(Random random, int people) {
    TreeSet<Integer> who = new TreeSet<>();
    who.add(random.nextInt(people));
    if (random.nextDouble() < 0.2) {
      who.add(random.nextInt(people));
    }
    return who.stream().mapToInt(Integer::intValue).toArray();
  }

  /// No schedule is shorter: the longest path, and for each person all their work, interrupted at
  /// will, each piece between what comes before and after it (J. R. Jackson, 1955).
  int lowerBound() {
    int[] head = new int[hours.length];
    int[] tail = new int[hours.length];
    for (int i = 0; i < hours.length; i++) {
      for (int previous : before[i]) {
        head[i] = Math.max(head[i], head[previous] + hours[previous]);
      }
    }
    for (int i = hours.length - 1; i >= 0; i--) {
      for (int previous : before[i]) {
        tail[previous] = Math.max(tail[previous], tail[i] + hours[i]);
      }
    }
    int bound = 0;
    for (int i = 0; i < hours.length; i++) {
      bound = Math.max(bound, head[i] + hours[i] + tail[i]);
    }
    for (int person = 0; person < people; person++) {
      bound = Math.max(bound, oneMachine(person, head, tail));
    }
    return bound;
  }

  private int oneMachine(int person, int[] head, int[] tail) {
    int[] left = hours.clone();
    var coming =
        IntStream.range(0, hours.length)
            .filter(i -> Arrays.stream(who[i]).anyMatch(p -> p == person))
            .boxed()
            .sorted(Comparator.comparing(i -> head[i]))
            .toList();
    var waiting = new PriorityQueue<Integer>(Comparator.comparing(i -> -tail[i]));
    int now = 0;
    int bound = 0;
    int next = 0;
    while (next < coming.size() || !waiting.isEmpty()) {
      now = waiting.isEmpty() ? Math.max(now, head[coming.get(next)]) : now;
      while (next < coming.size() && head[coming.get(next)] <= now) {
        waiting.add(coming.get(next++));
      }
      int task = waiting.element();
      int until = next < coming.size() ? head[coming.get(next)] : Integer.MAX_VALUE;
      int worked = Math.min(left[task], until - now);
      now += worked;
      left[task] -= worked;
      if (left[task] == 0) {
        waiting.remove();
        bound = Math.max(bound, now + tail[task]);
      }
    }
    return bound;
  }

  /// Whether nobody does two things at once and nothing begins too early; counted hour by hour.
  boolean accepts(int[] starts, int end) {
    boolean[][] busy = new boolean[people][end];
    for (int i = 0; i < hours.length; i++) {
      for (int previous : before[i]) {
        if (starts[previous] + hours[previous] > starts[i]) {
          return false;
        }
      }
      for (int person : who[i]) {
        for (int t = starts[i]; t < starts[i] + hours[i]; t++) {
          if (busy[person][t]) {
            return false;
          }
          busy[person][t] = true;
        }
      }
    }
    return true;
  }
}
