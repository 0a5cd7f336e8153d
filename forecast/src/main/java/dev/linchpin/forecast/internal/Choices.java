package dev.linchpin.forecast.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/*
 * Whether the places of a task that anybody may fill who knows enough can all be filled, each by
 * somebody else. Two places and two people who both fill the first, but only one the second: who
 * fills the first without looking ahead may leave the second empty. Augmenting paths of a bipartite
 * matching; a task has few places. Source: H. W. Kuhn, Naval Research Logistics 2 (1955).
 */
final class Choices {
  private static final int[] NOBODY = {};

  private final int[] @Nullable [] choice;

  Choices(int[] @Nullable [] choice) {
    this.choice = choice;
  }

  /// True if the places `from` to before `to` can be filled with people who are `free`.
  boolean canFill(int from, int to, IntPredicate free) {
    return canFill(from, to, _ -> true, free);
  }

  /// True if those of the places that are `open` can.
  boolean canFill(int from, int to, IntPredicate open, IntPredicate free) {
    Map<Integer, Integer> placeOf = new HashMap<>();
    for (int place = from; place < to; place++) {
      if (open.test(place) && !fill(place, free, placeOf, new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  private boolean fill(
      int place, IntPredicate free, Map<Integer, Integer> placeOf, Set<Integer> tried) {
    for (int person : of(place)) {
      if (free.test(person) && tried.add(person)) {
        Integer other = placeOf.get(person);
        if (other == null || fill(other, free, placeOf, tried)) {
          placeOf.put(person, place);
          return true;
        }
      }
    }
    return false;
  }

  /// Who may fill a place; nobody may choose where somebody is named.
  int[] of(int place) {
    int[] people = choice[place];
    return people == null ? NOBODY : people;
  }
}
