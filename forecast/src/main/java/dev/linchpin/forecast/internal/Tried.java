package dev.linchpin.forecast.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/*
 * Where time within change windows was looked for in vain. Nobody has to look there again for the
 * same people, shares, windows and work, unless one of the people got time back there. Without
 * this, the thousandth task of one person in one window tries all openings that the others have
 * filled, and a plan of n such tasks costs n² tries.
 *
 * Whoever looks backwards counts time backwards as well.
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

  private final Map<Wanted, Stretches> tried = new HashMap<>();
  private final Map<Integer, Set<Stretches>> byPerson = new HashMap<>();

  void clear() {
    tried.clear();
    byPerson.clear();
  }

  /// What was looked for with a person in it.
  Set<Stretches> with(int person) {
    return byPerson.getOrDefault(person, Set.of());
  }

  /// From where to where it was in vain to look for `work` minutes of the people in some places of
  /// a task, ascending and apart.
  Stretches of(Openings window, int work, int[] person, int[] share, int from, int to) {
    List<Integer> who = new ArrayList<>(2 * (to - from));
    for (int place = from; place < to; place++) {
      who.add(person[place]);
      who.add(share[place]);
    }
    return tried.computeIfAbsent(
        new Wanted(window, work, who),
        _ -> {
          Stretches stretches = new Stretches(window);
          for (int place = from; place < to; place++) {
            byPerson.computeIfAbsent(person[place], _ -> new LinkedHashSet<>()).add(stretches);
          }
          return stretches;
        });
  }

  static final class Stretches {
    final Openings window;
    private final TreeMap<Integer, Vain> byStart = new TreeMap<>();

    private Stretches(Openings window) {
      this.window = window;
    }

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

    /// Notes that it may be worth looking again from a time to before another.
    void forget(int from, int to) {
      var known = byStart.lowerEntry(to);
      while (known != null && known.getValue().to() > from) {
        byStart.remove(known.getKey());
        if (known.getValue().to() > to) {
          byStart.put(to, known.getValue());
        }
        if (known.getKey() < from) {
          byStart.put(known.getKey(), new Vain(from, -1, -1, false));
        }
        known = byStart.lowerEntry(known.getKey());
      }
    }
  }
}
