package dev.linchpin.forecast.search;

import java.util.Arrays;

/// Activities 0 to count − 1, how long each takes, and which must be finished before it begins.
///
/// Durations are whole time units, not negative; 0 is a milestone.
public final class Network {
  /// All durations together, in time units; 19 years of minutes.
  public static final int WORK_MAX = 10_000_000;

  private final int[] duration;
  private final int[][] before;
  private final int[][] after;
  private final int[] order;
  private final long work;

  private Network(int[] duration, int[][] before, int[][] after) {
    this.duration = duration;
    this.before = before;
    this.after = after;
    this.order = sorted(before, after);
    this.work = Arrays.stream(duration).asLongStream().sum();
  }

  /// @param before per activity those it waits for
  /// @throws IllegalArgumentException if activities wait for each other in a circle, a duration is
  ///   negative, all together are longer than [#WORK_MAX], or an activity waits for one that is not
  ///   there
  public static Network of(int[] duration, int[][] before) {
    if (duration.length != before.length) {
      throw new IllegalArgumentException("Each activity needs a duration and a list.");
    }
    checkDurations(duration);
    return new Network(duration.clone(), deepCopy(before), turned(before));
  }

  private static void checkDurations(int[] duration) {
    long work = 0;
    for (int d : duration) {
      if (d < 0) {
        throw new IllegalArgumentException("A duration is not negative: " + d + ".");
      }
      work += d;
    }
    if (work > WORK_MAX) {
      throw new IllegalArgumentException(
          "All durations together are %d time units; %d are the most.".formatted(work, WORK_MAX));
    }
  }

  public int count() {
    return duration.length;
  }

  /// The longest path, whoever does the work; nothing can be faster.
  public int criticalPath() {
    return Arrays.stream(earliestFinishes()).max().orElse(0);
  }

  /// The same read from the end: what was a successor is waited for.
  Network mirrored() {
    return new Network(duration, after, before);
  }

  /// The lists of what each activity needs, counted.
  int[][] oneForEach(int[][] needs) {
    if (needs.length != count()) {
      throw new IllegalArgumentException(
          "%d activities, but %d lists of what they need.".formatted(count(), needs.length));
    }
    return needs;
  }

  /// How long it would take one after the other.
  long work() {
    return work;
  }

  /// In time units.
  public int duration(int activity) {
    return duration[activity];
  }

  /// Those the activity waits for.
  public int[] before(int activity) {
    return before[activity];
  }

  /// Those that wait for it.
  int[] after(int activity) {
    return after[activity];
  }

  /// All activities, each after those it waits for.
  int[] order() {
    return order;
  }

  /// Per activity the latest start that keeps the critical path.
  int[] latestStarts() {
    int end = criticalPath();
    int[] latest = new int[count()];
    for (int place = count() - 1; place >= 0; place--) {
      int activity = order[place];
      int finish = end;
      for (int next : after[activity]) {
        finish = Math.min(finish, latest[next]);
      }
      latest[activity] = finish - duration[activity];
    }
    return latest;
  }

  int[] earliestFinishes() {
    int[] finish = new int[count()];
    for (int activity : order) {
      int start = 0;
      for (int previous : before[activity]) {
        start = Math.max(start, finish[previous]);
      }
      finish[activity] = start + duration[activity];
    }
    return finish;
  }

  private static int[] sorted(int[][] before, int[][] after) {
    int[] open = new int[before.length];
    int[] order = new int[before.length];
    int known = 0;
    for (int i = 0; i < open.length; i++) {
      open[i] = before[i].length;
      if (open[i] == 0) {
        order[known++] = i;
      }
    }
    for (int at = 0; at < known; at++) {
      for (int next : after[order[at]]) {
        if (--open[next] == 0) {
          order[known++] = next;
        }
      }
    }
    if (known < order.length) {
      throw new IllegalArgumentException(
          (order.length - known) + " activities wait for each other in a circle.");
    }
    return order;
  }

  private static int[][] turned(int[][] before) {
    int[] size = new int[before.length];
    for (int[] list : before) {
      for (int previous : list) {
        if (previous < 0 || previous >= before.length) {
          throw new IllegalArgumentException("There is no activity " + previous + " to wait for.");
        }
        size[previous]++;
      }
    }
    int[][] after = new int[before.length][];
    Arrays.setAll(after, i -> new int[size[i]]);
    for (int i = 0; i < before.length; i++) {
      for (int previous : before[i]) {
        after[previous][--size[previous]] = i;
      }
    }
    return after;
  }

  private static int[][] deepCopy(int[][] lists) {
    return Arrays.stream(lists).map(int[]::clone).toArray(int[][]::new);
  }
}
