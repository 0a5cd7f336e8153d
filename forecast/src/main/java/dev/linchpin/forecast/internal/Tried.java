package dev.linchpin.forecast.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * Where time within change windows was looked for in vain. Bookings only grow while a plan is
 * placed, so nobody has to look there again for the same people, shares, windows and work. Without
 * this, the thousandth task of one person in one window tries all openings that the others have
 * filled, and a plan of n such tasks costs n² tries.
 */
final class Tried {
  /// Any free minute at all: what a piece needs.
  static final int ANY = 0;

  /// What was looked for.
  ///
  /// @param who people and their shares, in turn
  private record Wanted(Openings window, int work, List<Integer> who) {}

  /// Up to where it was in vain, and what was in the way there.
  record Vain(int to, int blocker, int decider, boolean byWindow) {}

  private final Map<Wanted, TreeMap<Integer, Vain>> tried = new HashMap<>();

  void clear() {
    tried.clear();
  }

  /// From where to where it was in vain to look for `work` minutes of the people in some places of
  /// a task, ascending and apart.
  Stretches of(Openings window, int work, int[] person, int[] share, int from, int to) {
    List<Integer> who = new ArrayList<>(2 * (to - from));
    for (int place = from; place < to; place++) {
      who.add(person[place]);
      who.add(share[place]);
    }
    return new Stretches(
        tried.computeIfAbsent(new Wanted(window, work, who), _ -> new TreeMap<>()));
  }

  record Stretches(TreeMap<Integer, Vain> byStart) {
    /// The stretch that a time lies in; null if nobody has looked there yet.
    @Nullable Vain at(int time) {
      var before = byStart.floorEntry(time);
      return before == null || before.getValue().to() <= time ? null : before.getValue();
    }

    /// Notes that it is in vain to look from a time on.
    void add(int from, Vain vain) {
      var before = byStart.floorEntry(from);
      int start = before != null && before.getValue().to() >= from ? before.getKey() : from;
      byStart.subMap(start, vain.to()).clear();
      byStart.put(start, vain);
    }
  }
}
