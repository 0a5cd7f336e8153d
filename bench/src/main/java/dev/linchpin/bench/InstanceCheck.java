package dev.linchpin.bench;

import dev.linchpin.forecast.search.Instance;
import java.util.Arrays;

/// Says whether a schedule of an instance obeys every link and every capacity. Counts unit by unit,
/// nothing of it comes from the search.
final class InstanceCheck {
  private InstanceCheck() {}

  static boolean isValid(Instance instance, int[] starts, int end) {
    return obeysLinks(instance, starts, end) && fits(instance, starts, end);
  }

  private static boolean obeysLinks(Instance instance, int[] starts, int end) {
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] < 0 || starts[i] + instance.network().duration(i) > end) {
        return false;
      }
      for (int previous : instance.network().before(i)) {
        if (starts[previous] + instance.network().duration(previous) > starts[i]) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean fits(Instance instance, int[] starts, int end) {
    for (int pool = 0; pool < instance.capacity().length; pool++) {
      int[] taken = new int[end + 1];
      for (int i = 0; i < starts.length; i++) {
        for (int t = starts[i]; t < starts[i] + instance.network().duration(i); t++) {
          taken[t] += instance.need()[i][pool];
        }
      }
      if (Arrays.stream(taken).max().orElse(0) > instance.capacity()[pool]) {
        return false;
      }
    }
    return true;
  }
}
