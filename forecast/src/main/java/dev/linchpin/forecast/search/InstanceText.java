package dev.linchpin.forecast.search;

import java.util.Arrays;

/// Reads instances as they are published.
///
/// Formats: `.sm` of PSPLIB, one mode (R. Kolisch, A. Sprecher, EJOR 96 (1996) 205–216); `.rcp` of
/// RanGen, also called Patterson (E. Demeulemeester, M. Vanhoucke, W. Herroelen, 2003).
public final class InstanceText {
  /// More activities than any published instance has.
  static final int ACTIVITIES_MAX = 100_000;

  static final int POOLS_MAX = 100;
  private static final int DURATION_MAX = 100_000;

  private InstanceText() {}

  /// @throws InstanceTextException if it is no such text
  public static Instance sm(String name, String text) throws InstanceTextException {
    Numbers numbers = new Numbers(name, text);
    numbers.goBehind("jobs", 0);
    int count = numbers.next("the number of jobs", 1, ACTIVITIES_MAX);
    numbers.goBehind("- renewable", 0);
    int pools = numbers.next("the number of renewable resources", 0, POOLS_MAX);
    numbers.goBehind("PRECEDENCE RELATIONS", 2);
    int[][] after = new int[count][];
    for (int i = 0; i < count; i++) {
      numbers.next("the job number", i + 1, i + 1);
      numbers.next("the number of modes", 1, 1);
      after[i] = successors(numbers, count);
    }
    numbers.goBehind("REQUESTS/DURATIONS", 3);
    int[] duration = new int[count];
    int[][] need = new int[count][];
    for (int i = 0; i < count; i++) {
      numbers.next("the job number", i + 1, i + 1);
      numbers.next("the mode", 1, 1);
      duration[i] = numbers.next("the duration", 0, DURATION_MAX);
      need[i] = units(numbers, pools);
    }
    numbers.goBehind("RESOURCEAVAILABILITIES", 2);
    int[] capacity = units(numbers, pools);
    return instance(name, duration, after, need, capacity);
  }

  /// @throws InstanceTextException if it is no such text
  public static Instance rcp(String name, String text) throws InstanceTextException {
    Numbers numbers = new Numbers(name, text);
    int count = numbers.next("the number of jobs", 1, ACTIVITIES_MAX);
    int pools = numbers.next("the number of resources", 0, POOLS_MAX);
    int[] capacity = units(numbers, pools);
    int[] duration = new int[count];
    int[][] need = new int[count][];
    int[][] after = new int[count][];
    for (int i = 0; i < count; i++) {
      duration[i] = numbers.next("the duration", 0, DURATION_MAX);
      need[i] = units(numbers, pools);
      after[i] = successors(numbers, count);
    }
    return instance(name, duration, after, need, capacity);
  }

  private static int[] successors(Numbers numbers, int count) throws InstanceTextException {
    int[] after = new int[numbers.next("the number of successors", 0, count)];
    for (int k = 0; k < after.length; k++) {
      after[k] = numbers.next("a successor", 1, count) - 1;
    }
    return after;
  }

  private static int[] units(Numbers numbers, int pools) throws InstanceTextException {
    int[] units = new int[pools];
    for (int pool = 0; pool < pools; pool++) {
      units[pool] = numbers.next("units of a resource", 0, PoolDecoder.CAPACITY_MAX);
    }
    return units;
  }

  private static Instance instance(
      String name, int[] duration, int[][] after, int[][] need, int[] capacity)
      throws InstanceTextException {
    try {
      var instance = new Instance(name, Network.of(duration, before(after)), need, capacity);
      instance.decoder();
      return instance;
    } catch (IllegalArgumentException e) {
      throw new InstanceTextException(name + ": " + e.getMessage());
    }
  }

  private static int[][] before(int[][] after) {
    int[] size = new int[after.length];
    for (int[] list : after) {
      for (int next : list) {
        size[next]++;
      }
    }
    int[][] before = new int[after.length][];
    Arrays.setAll(before, i -> new int[size[i]]);
    for (int i = 0; i < after.length; i++) {
      for (int next : after[i]) {
        before[next][--size[next]] = i;
      }
    }
    return before;
  }

  /// The whole numbers of a text, one after the other.
  private static final class Numbers {
    private final String name;
    private final String text;
    private int at;

    Numbers(String name, String text) {
      this.name = name;
      this.text = text;
    }

    /// Goes on behind the colon that follows the words, some lines further down.
    void goBehind(String words, int lines) throws InstanceTextException {
      int found = text.indexOf(words, at);
      int colon = found < 0 ? -1 : text.indexOf(':', found);
      if (colon < 0) {
        throw wrong("has no \"" + words + ":\"");
      }
      at = colon + 1;
      for (int line = 0; line < lines; line++) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      }
    }

    int next(String what, int least, int most) throws InstanceTextException {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      int begin = at;
      while (at < text.length() && isDigit()) {
        at++;
      }
      if (begin == at || at - begin > 9) {
        throw wrong("has no whole number where " + what + " is expected");
      }
      int value = Integer.parseInt(text, begin, at, 10);
      if (value < least || value > most) {
        throw wrong(
            "has %d for %s, which is not within %d and %d".formatted(value, what, least, most));
      }
      return value;
    }

    private boolean isDigit() {
      char c = text.charAt(at);
      return c >= '0' && c <= '9';
    }

    private InstanceTextException wrong(String why) {
      long line = 1 + text.chars().limit(at).filter(c -> c == '\n').count();
      return new InstanceTextException("%s %s (near line %d).".formatted(name, why, line));
    }
  }
}
