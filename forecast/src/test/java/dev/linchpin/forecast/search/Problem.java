package dev.linchpin.forecast.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A small problem with units of pools, and what a person with squared paper would do with it: the
/// units taken are counted one time unit after the other. Nothing here comes from the decoders.
record Problem(int[] duration, int[][] before, int[][] need, int[] capacity) {
  /// Each activity waits for up to three of those numbered before it; one in eight takes no time.
  static Problem random(SplittableRandom random, int activities, int pools, int units) {
    int[] capacity = random.ints(pools, 1, units + 1).toArray();
    return new Problem(
        IntStream.range(0, activities)
            .map(_ -> random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(9))
            .toArray(),
        IntStream.range(0, activities)
            .mapToObj(i -> random.ints(i == 0 ? 0 : random.nextInt(4), 0, Math.max(1, i)))
            .map(IntStream::toArray)
            .toArray(int[][]::new),
        IntStream.range(0, activities)
            .mapToObj(_ -> someOf(random, capacity))
            .toArray(int[][]::new),
        capacity);
  }

  /// The same with pools of one: named people.
  static Problem ofPeople(SplittableRandom random, int activities, int people) {
    return random(random, activities, people, 1);
  }

  private static int[] someOf(SplittableRandom random, int[] capacity) {
    return Arrays.stream(capacity)
        .map(units -> random.nextInt(3) == 0 ? random.nextInt(units + 1) : 0)
        .toArray();
  }

  int count() {
    return duration.length;
  }

  Network network() {
    return Network.of(duration, before);
  }

  Decoder pools() {
    return new PoolDecoder(network(), need, capacity);
  }

  Decoder people() {
    return new PeopleDecoder(network(), who(), capacity.length);
  }

  /// Per activity the pools it needs.
  int[][] who() {
    return Arrays.stream(need)
        .map(units -> IntStream.range(0, units.length).filter(pool -> units[pool] > 0).toArray())
        .toArray(int[][]::new);
  }

  /// The same problem with time running backwards.
  Problem turned() {
    int[][] after =
        IntStream.range(0, count())
            .mapToObj(i -> IntStream.range(0, count()).filter(j -> waits(j, i)).toArray())
            .toArray(int[][]::new);
    return new Problem(duration, after, need, capacity);
  }

  private boolean waits(int activity, int previous) {
    return Arrays.stream(before[activity]).anyMatch(p -> p == previous);
  }

  /// Some order in which each activity comes after those it waits for.
  int[] someOrder(SplittableRandom random) {
    int[] order = new int[count()];
    boolean[] listed = new boolean[count()];
    for (int place = 0; place < order.length; place++) {
      int[] ready = ready(listed);
      order[place] = ready[random.nextInt(ready.length)];
      listed[order[place]] = true;
    }
    return order;
  }

  int[] ready(boolean[] listed) {
    return IntStream.range(0, count())
        .filter(i -> !listed[i] && Arrays.stream(before[i]).allMatch(p -> listed[p]))
        .toArray();
  }

  /// One after the other at the first time unit at which those before it are done and all units are
  /// free until it ends.
  int[] placedByHand(int[] order) {
    int[] start = new int[count()];
    int[][] taken = new int[horizon()][capacity.length];
    for (int i : order) {
      int at = Arrays.stream(before[i]).map(p -> start[p] + duration[p]).max().orElse(0);
      while (!fits(i, at, taken)) {
        at++;
      }
      take(i, at, taken);
      start[i] = at;
    }
    return start;
  }

  /// Hour by hour: of those whose predecessors are done, in order, whoever finds its units begins;
  /// then those follow who waited for what took no time.
  int[] dispatchedByHand(int[] order) {
    int[] start = new int[count()];
    Arrays.fill(start, horizon());
    int[][] taken = new int[horizon()][capacity.length];
    for (int hour = 0; hour < horizon(); hour++) {
      int now = hour;
      boolean goesOn = true;
      while (goesOn) {
        int[] ready =
            Arrays.stream(order).filter(i -> start[i] > now && isReady(i, now, start)).toArray();
        goesOn = Arrays.stream(ready).filter(i -> begins(i, now, start, taken)).count() > 0;
      }
    }
    return start;
  }

  private boolean isReady(int activity, int now, int[] start) {
    return Arrays.stream(before[activity]).allMatch(p -> start[p] + duration[p] <= now);
  }

  private boolean begins(int activity, int now, int[] start, int[][] taken) {
    if (!fits(activity, now, taken)) {
      return false;
    }
    take(activity, now, taken);
    start[activity] = now;
    return true;
  }

  int end(int[] start) {
    return IntStream.range(0, count()).map(i -> start[i] + duration[i]).max().orElse(0);
  }

  /// The shortest of all schedules: one of those that some order leads to.
  int shortest() {
    return shortest(new int[count()], 0, new boolean[count()]);
  }

  private int shortest(int[] order, int place, boolean[] listed) {
    if (place == order.length) {
      return end(placedByHand(order));
    }
    int shortest = Integer.MAX_VALUE;
    for (int next : ready(listed)) {
      order[place] = next;
      listed[next] = true;
      shortest = Math.min(shortest, shortest(order, place + 1, listed));
      listed[next] = false;
    }
    return shortest;
  }

  /// What is wrong with a schedule, empty if nothing.
  String faults(int[] start) {
    int[][] taken = new int[horizon()][capacity.length];
    return IntStream.range(0, count())
        .filter(i -> {
          boolean early = Arrays.stream(before[i]).anyMatch(p -> start[p] + duration[p] > start[i]);
          boolean fits = fits(i, start[i], taken);
          take(i, start[i], taken);
          return early || !fits;
        })
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", "));
  }

  private int horizon() {
    return 1 + Arrays.stream(duration).sum();
  }

  private boolean fits(int activity, int at, int[][] taken) {
    return IntStream.range(at, at + duration[activity])
        .allMatch(t ->
            IntStream.range(0, capacity.length)
                .allMatch(p -> taken[t][p] + need[activity][p] <= capacity[p]));
  }

  private void take(int activity, int at, int[][] taken) {
    for (int t = at; t < at + duration[activity]; t++) {
      for (int pool = 0; pool < capacity.length; pool++) {
        taken[t][pool] += need[activity][pool];
      }
    }
  }

  /// As PSPLIB writes it.
  String sm() {
    var text = new StringBuilder("*****\njobs (incl. supersource/sink ):  " + count() + "\n");
    text.append("RESOURCES\n  - renewable                 :  " + capacity.length + "   R\n");
    text.append("PRECEDENCE RELATIONS:\njobnr.    #modes  #successors   successors\n");
    int[][] after = turned().before();
    for (int i = 0; i < count(); i++) {
      text.append("%4d 1 %d%s%n".formatted(i + 1, after[i].length, numbers(after[i], 1)));
    }
    text.append("*****\nREQUESTS/DURATIONS:\njobnr. mode duration  R 1\n-----\n");
    for (int i = 0; i < count(); i++) {
      text.append("%4d 1 %d%s%n".formatted(i + 1, duration[i], numbers(need[i], 0)));
    }
    return text + "*****\nRESOURCEAVAILABILITIES:\n  R 1\n" + numbers(capacity, 0) + "\n*****\n";
  }

  /// As RanGen writes it.
  String rcp() {
    var text = new StringBuilder(count() + " " + capacity.length + "\n");
    text.append(numbers(capacity, 0) + "\n");
    int[][] after = turned().before();
    for (int i = 0; i < count(); i++) {
      String successors = numbers(after[i], 1);
      text.append(duration[i] + numbers(need[i], 0) + " " + after[i].length + successors + "\n");
    }
    return text.toString();
  }

  private static String numbers(int[] numbers, int more) {
    return Arrays.stream(numbers).mapToObj(n -> " " + (n + more)).collect(Collectors.joining());
  }
}
